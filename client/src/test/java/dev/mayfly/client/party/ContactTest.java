package dev.mayfly.client.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestDirectory;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.CoordinatorApi.KeyVersion;
import dev.mayfly.domain.wire.CoordinatorApi.RegisteredKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A directory that says something else than the ledger. */
class ContactTest {

    private static final TestCommittee COMMITTEE = new TestCommittee(URI.create("http://127.0.0.1:1/"));
    private static final UserKeys FIRST = COMMITTEE.bob();
    private static final UserKeys SECOND = TestCommittee.user("bob");
    private static final UserKeys MALLORY = TestCommittee.user("mallory");

    private final TestDirectory directory = of(FIRST);

    @AfterAll
    static void close() {
        COMMITTEE.close();
    }

    @Test
    void verify_acceptsTheKeysOfTheNewestVersion() throws RejectedException {
        Contact contact = verify(directory.rotate(SECOND).answer());

        assertThat(contact.keys()).isEqualTo(SECOND.publicKeys());
        assertThat(contact.index()).isEqualTo(directory.index().value());
        assertThat(contact.versions())
                .extracting(Contact.Version::keys)
                .containsExactly(FIRST.publicKeys(), SECOND.publicKeys());
        assertThat(contact.version().entry().version()).isEqualTo(2);
        assertThat(contact.waiting()).isEmpty();
    }

    @Test
    void verify_acceptsAResetAndRotationsAfterIt() throws RejectedException {
        UserKeys third = TestCommittee.user("bob");
        Contact contact = verify(directory.reset(SECOND).rotate(third).answer());

        assertThat(contact.keys()).isEqualTo(third.publicKeys());
        assertThat(contact.versions().get(1).entry()).isInstanceOf(KeyEntry.KeysReset.class);
    }

    @Test
    void verify_tellsOfAResetThatWaits() throws RejectedException {
        Contact contact =
                verify(directory.waitFor(SECOND, TestCommittee.NOW + 9).answer());

        assertThat(contact.keys()).isEqualTo(FIRST.publicKeys());
        assertThat(contact.waiting()).hasValueSatisfying(reset -> {
            assertThat(reset.keys()).isEqualTo(SECOND.publicKeys());
            assertThat(reset.entry().effectiveAt()).isEqualTo(TestCommittee.NOW + 9);
        });
    }

    @Test
    void verify_refusesKeysThatTheEntryDoesNotCommitTo() {
        KeyVersion told = directory.answer().versions().get(0);
        Bytes theirs = MALLORY.signing().publicKey().bytes();
        refused(changed(0, with(told, theirs, told.encryption(), told.salt())));
        refused(changed(0, with(told, told.signing(), theirs, told.salt())));
        refused(changed(0, with(told, told.signing(), told.encryption(), Bytes.random(TestCommittee.RANDOM, 64))));
    }

    @Test
    void verify_refusesKeysThatAreNoPoints() {
        KeyVersion told = directory.answer().versions().get(0);
        Bytes zero = Bytes.of(new byte[33]);
        refused(changed(0, with(told, zero, told.encryption(), told.salt())));
        refused(changed(0, with(told, told.signing(), zero, told.salt())));
    }

    @Test
    void verify_refusesVersionsThatDoNotFollowEachOther() {
        List<KeyVersion> two = directory.rotate(SECOND).answer().versions();
        refused(versions(List.of()));
        refused(versions(List.of(two.get(1))));
        refused(versions(List.of(two.get(1), two.get(0))));
        refused(versions(List.of(two.get(0), two.get(0))));
        refused(versions(List.of(two.get(0), two.get(1), two.get(1))));
        KeyVersion third =
                of(FIRST).rotate(SECOND).rotate(MALLORY).answer().versions().get(2);
        refused(versions(List.of(two.get(0), two.get(1), third)));
    }

    /** The coordinator alone, or whoever has the token, changes nobody's keys and calls it a rotation. */
    @Test
    void verify_refusesARotationThatTheKeysBeforeDidNotAgreeTo() throws RejectedException {
        KeyVersion second = directory.rotate(SECOND).answer().versions().get(1);
        var entry = (KeyEntry.KeysRegistered) EntryBody.decode(second.type(), second.entry());
        var other = new KeyEntry.KeysRegistered(
                entry.index(), 2, entry.predecessor(), MALLORY.publicKeys().commitment(second.salt()));

        refused(changed(1, with(second, "")));
        refused(changed(1, with(second, directory.succession(entry, SECOND))));
        refused(changed(1, with(second, directory.succession(entry, MALLORY))));
        refused(changed(1, with(second, directory.succession(other, FIRST))));
        refused(changed(1, with(second, second.succession() + "x")));
        assertThat(verify(changed(1, with(second, directory.succession(entry, FIRST))))
                        .keys())
                .isEqualTo(SECOND.publicKeys());
    }

    @Test
    void verify_refusesAResetInTheWordsOfARotationAndTheOtherWayRound() {
        KeyVersion rotation = directory.rotate(SECOND).answer().versions().get(1);
        refused(changed(1, typed(rotation, "KEYS_RESET")));
        KeyVersion reset = of(FIRST).reset(SECOND).answer().versions().get(1);
        refused(changed(1, typed(reset, "KEYS_REGISTERED")));
        refused(changed(1, with(reset, rotation.succession())));
    }

    @Test
    void verify_refusesAFirstVersionThatIsAResetOrFollowsSomebody() {
        KeyVersion first = directory.answer().versions().get(0);
        refused(changed(0, with(first, "x")));
        var reset = new KeyEntry.KeysReset(
                directory.index().value(),
                1,
                KeyEntry.NO_PREDECESSOR,
                FIRST.publicKeys().commitment(first.salt()));
        refused(changed(
                0,
                new KeyVersion(first.signing(), first.encryption(), first.salt(), reset.type(), reset.encoded(), "")));
    }

    @Test
    void verify_refusesAWaitingResetThatIsNone() {
        RegisteredKeys good = directory.waitFor(SECOND, 9).answer();
        KeyVersion waiting = good.waiting().get(0);
        refused(waiting(good, List.of(waiting, waiting)));
        refused(waiting(good, List.of(good.versions().get(0))));
        refused(waiting(good, List.of(with(waiting, waiting.encryption(), waiting.signing(), waiting.salt()))));
        refused(waiting(of(FIRST).answer(), List.of(waiting)));
    }

    @Test
    void verify_refusesEntriesThatAreNotOfKeysOrCutShort() {
        KeyVersion told = directory.answer().versions().get(0);
        refused(changed(0, typed(told, "CONTAINER_EXPIRED")));
        refused(changed(0, typed(told, "KEYS_RESET_CANCELLED")));
        refused(changed(
                0,
                new KeyVersion(
                        told.signing(),
                        told.encryption(),
                        told.salt(),
                        told.type(),
                        told.entry().slice(0, told.entry().size() - 1),
                        "")));
    }

    /** Somebody else's versions under Bob's proof, and Bob's under somebody else's. */
    @Test
    void verify_refusesTheIndexOfAnotherUserOrKey() {
        RegisteredKeys alices = of(COMMITTEE.alice()).answer();
        RegisteredKeys bobs = directory.answer();
        refused(alices);
        refused(new RegisteredKeys(bobs.proof(), alices.versions(), List.of()));
        refused(new RegisteredKeys(alices.proof(), bobs.versions(), List.of()));
        try (TestCommittee other = new TestCommittee(URI.create("http://127.0.0.1:1/"))) {
            refused(new TestDirectory(COMMITTEE.network().name(), other.vrf(), FIRST).answer());
        }
    }

    private static TestDirectory of(UserKeys first) {
        return new TestDirectory(COMMITTEE.network().name(), COMMITTEE.vrf(), first);
    }

    private RegisteredKeys changed(int at, KeyVersion version) {
        List<KeyVersion> versions = new ArrayList<>(directory.answer().versions());
        versions.set(at, version);
        return versions(versions);
    }

    private RegisteredKeys versions(List<KeyVersion> versions) {
        return new RegisteredKeys(directory.answer().proof(), versions, List.of());
    }

    private static RegisteredKeys waiting(RegisteredKeys good, List<KeyVersion> waiting) {
        return new RegisteredKeys(good.proof(), good.versions(), waiting);
    }

    private static KeyVersion with(KeyVersion told, Bytes signing, Bytes encryption, Bytes salt) {
        return new KeyVersion(signing, encryption, salt, told.type(), told.entry(), told.succession());
    }

    private static KeyVersion with(KeyVersion told, String succession) {
        return new KeyVersion(told.signing(), told.encryption(), told.salt(), told.type(), told.entry(), succession);
    }

    private static KeyVersion typed(KeyVersion told, String type) {
        return new KeyVersion(told.signing(), told.encryption(), told.salt(), type, told.entry(), told.succession());
    }

    private static Contact verify(CoordinatorApi.RegisteredKeys answer) throws RejectedException {
        return Contact.verify(FIRST.user(), answer, COMMITTEE.network());
    }

    private static void refused(RegisteredKeys answer) {
        assertThatThrownBy(() -> verify(answer)).isInstanceOf(RejectedException.class);
    }
}
