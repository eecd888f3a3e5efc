package dev.mayfly.client.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.KeyIndex;
import dev.mayfly.domain.identity.KeysStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A directory that says something else than the ledger. */
class ContactTest {

    private static final TestCommittee COMMITTEE = new TestCommittee(URI.create("http://127.0.0.1:1/"));
    private static final UserKeys BOB = COMMITTEE.bob();
    private static final PublicKeys KEYS = BOB.publicKeys();
    private static final PublicKeys OLD = TestCommittee.user("bob").publicKeys();
    private static final Bytes SALT = Bytes.random(TestCommittee.RANDOM, 64);
    private static final KeyIndex INDEX = KeyIndex.of(BOB.user(), COMMITTEE.vrf());
    private static final Bytes FIRST = entry(INDEX.value(), 1, KeysStatement.NO_PREDECESSOR, OLD);
    private static final Bytes SECOND = entry(INDEX.value(), 2, FIRST.sha256(), KEYS);

    @AfterAll
    static void close() {
        COMMITTEE.close();
    }

    @Test
    void verify_acceptsTheKeysOfTheNewestRegistration() throws RejectedException {
        Contact contact = verify(answer(KEYS, SALT, proof(), List.of(FIRST, SECOND)));
        assertThat(contact.keys()).isEqualTo(KEYS);
        assertThat(contact.index()).isEqualTo(INDEX.value());
        assertThat(contact.entries()).hasSize(2);
    }

    @Test
    void verify_refusesKeysThatNoRegistrationCommitsTo() {
        refused(answer(TestCommittee.user("mallory").publicKeys(), SALT, proof(), List.of(FIRST, SECOND)));
        refused(answer(OLD, SALT, proof(), List.of(FIRST, SECOND)));
        refused(answer(new PublicKeys(KEYS.signing(), OLD.encryption()), SALT, proof(), List.of(FIRST, SECOND)));
        refused(answer(KEYS, Bytes.random(TestCommittee.RANDOM, 64), proof(), List.of(FIRST, SECOND)));
        refused(answer(KEYS, SALT, proof(), List.of()));
    }

    @Test
    void verify_refusesRegistrationsThatDoNotFollowEachOther() {
        refused(answer(KEYS, SALT, proof(), List.of(SECOND)));
        refused(answer(KEYS, SALT, proof(), List.of(SECOND, FIRST)));
        refused(answer(OLD, SALT, proof(), List.of(FIRST, FIRST)));
        Bytes unlinked = entry(INDEX.value(), 2, Bytes.random(TestCommittee.RANDOM, 32), KEYS);
        refused(answer(KEYS, SALT, proof(), List.of(FIRST, unlinked)));
        Bytes skipped = entry(INDEX.value(), 3, FIRST.sha256(), KEYS);
        refused(answer(KEYS, SALT, proof(), List.of(FIRST, skipped)));
        refused(answer(KEYS, SALT, proof(), List.of(FIRST, SECOND.slice(0, SECOND.size() - 1))));
    }

    /** Somebody else's registrations under Bob's proof, and Bob's under somebody else's. */
    @Test
    void verify_refusesTheIndexOfAnotherUserOrKey() {
        KeyIndex alices = KeyIndex.of(COMMITTEE.alice().user(), COMMITTEE.vrf());
        Bytes entry = entry(alices.value(), 1, KeysStatement.NO_PREDECESSOR, KEYS);
        refused(answer(KEYS, SALT, proof(), List.of(entry)));
        refused(answer(KEYS, SALT, alices.proof().bytes(), List.of(entry)));
        try (TestCommittee other = new TestCommittee(URI.create("http://127.0.0.1:1/"))) {
            KeyIndex foreign = KeyIndex.of(BOB.user(), other.vrf());
            Bytes foreignEntry = entry(foreign.value(), 1, KeysStatement.NO_PREDECESSOR, KEYS);
            refused(answer(KEYS, SALT, foreign.proof().bytes(), List.of(foreignEntry)));
        }
    }

    @Test
    void verify_refusesKeysThatAreNoPoints() {
        CoordinatorApi.RegisteredKeys good = answer(KEYS, SALT, proof(), List.of(FIRST, SECOND));
        Bytes zero = Bytes.of(new byte[33]);
        refused(new CoordinatorApi.RegisteredKeys(zero, good.encryption(), SALT, proof(), good.entries()));
        refused(new CoordinatorApi.RegisteredKeys(good.signing(), zero, SALT, proof(), good.entries()));
    }

    private static Bytes proof() {
        return INDEX.proof().bytes();
    }

    private static Bytes entry(Bytes index, long version, Bytes predecessor, PublicKeys keys) {
        return new EntryBody.KeysRegistered(index, version, predecessor, keys.commitment(SALT)).encoded();
    }

    private static CoordinatorApi.RegisteredKeys answer(PublicKeys keys, Bytes salt, Bytes proof, List<Bytes> entries) {
        return new CoordinatorApi.RegisteredKeys(
                keys.signing().bytes(), keys.encryption().bytes(), salt, proof, entries);
    }

    private static Contact verify(CoordinatorApi.RegisteredKeys answer) throws RejectedException {
        return Contact.verify(BOB.user(), answer, COMMITTEE.network());
    }

    private static void refused(CoordinatorApi.RegisteredKeys answer) {
        assertThatThrownBy(() -> verify(answer)).isInstanceOf(RejectedException.class);
    }
}
