package dev.mayfly.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegisterKeysTest extends CoordinatorTest {
    private TestParty carol;

    @BeforeEach
    void meet() {
        carol = unregistered("carol");
    }

    @Test
    void registerKeys_answersWithTheKeysAndWhatProvesThem() throws Exception {
        KeysStatement registration = carol.registration();

        CoordinatorApi.RegisteredKeys reply = register(registration);

        CoordinatorApi.KeyVersion version = reply.versions().get(0);
        assertThat(PublicKeys.parse(version.signing(), version.encryption())).isEqualTo(carol.keys());
        assertThat(version.salt()).isEqualTo(registration.salt());
        assertThat(version.succession()).isEmpty();
        KeyIndex index = KeyIndex.verify(carol.user(), reply.proof(), network.vrf());
        assertThat(reply.versions()).hasSize(1);
        assertThat(reply.waiting()).isEmpty();
        assertThat(EntryBody.decode(version.type(), version.entry()))
                .isEqualTo(new KeyEntry.KeysRegistered(
                        index.value(), 1, KeyEntry.NO_PREDECESSOR, carol.keys().commitment(version.salt())));
    }

    @Test
    void registerKeys_putsOneEntryOnTheLedger() {
        CoordinatorApi.RegisteredKeys reply = carol.register();

        assertThat(ledger.about(indexOf(carol)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.body().encoded())
                        .isEqualTo(reply.versions().get(0).entry()));
    }

    @Test
    void registerKeys_isAnsweredAlikeWhenRepeatedHoweverLate() {
        String statement = carol.states(KeysStatement.TYPE, carol.registration());
        CoordinatorApi.RegisteredKeys first = carol.register(statement);
        clock.forward(Duration.ofDays(1));

        assertThat(carol.register(statement)).isEqualTo(first);
        assertThat(ledger.about(indexOf(carol))).hasSize(1);
    }

    @Test
    void registerKeys_findsTheRegistrationThatStandsWhenTheSameKeysComeWithAnotherSalt() {
        CoordinatorApi.RegisteredKeys first = carol.register();

        assertThat(carol.register()).isEqualTo(first);
        assertThat(ledger.about(indexOf(carol))).hasSize(1);
    }

    @Test
    void registerKeys_isRefusedWhenOtherKeysAreRegistered() {
        carol.register();
        TestParty impostor = new TestParty(carol.user(), clock, carol.coordinator());

        refused(impostor, impostor.registration(), ErrorCode.KEYS_CONFLICT);

        assertThat(ledger.about(indexOf(carol))).hasSize(1);
    }

    @Test
    void registerKeys_isRejectedWhenTheStatementIsAboutAnotherUser() {
        KeysStatement mine = carol.registration();
        UserId dave = unregistered("dave").user();

        refused(
                new KeysStatement(mine.issued(), dave, 1, mine.predecessor(), mine.keys(), mine.salt()),
                ErrorCode.REJECTED);
    }

    @Test
    void registerKeys_isRejectedWhenAnotherKeySigned() {
        String forged = KeysStatement.TYPE
                .sign(carol.registration(), SigningPrivateKey.generate(random))
                .compact();

        carol.refused("register-keys", new CoordinatorApi.RegisterKeys(forged), ErrorCode.REJECTED, "/statement");
    }

    @Test
    void registerKeys_isRefusedWhenTheFirstVersionIsNotOne() {
        KeysStatement mine = carol.registration();

        refused(
                new KeysStatement(mine.issued(), mine.user(), 2, mine.predecessor(), mine.keys(), mine.salt()),
                ErrorCode.KEYS_CONFLICT);
        refused(
                new KeysStatement(mine.issued(), mine.user(), 1, Bytes.random(random, 32), mine.keys(), mine.salt()),
                ErrorCode.KEYS_CONFLICT);
    }

    @Test
    void registerKeys_isRejectedWhenMeantForAnotherAudience() {
        refused(issued(carol.issued(Issued.PUBLIC)), ErrorCode.REJECTED);
    }

    @Test
    void registerKeys_isRejectedWhenMeantForAnotherNetwork() {
        Issued here = carol.issued();

        refused(issued(new Issued("othernet", here.audience(), here.issuedAt(), here.jti())), ErrorCode.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -61, 61, 3600})
    void registerKeys_isRefusedWhenFirstSeenMoreThanAMinuteOff(long seconds) {
        refused(issued(carol.issuedAhead(seconds)), ErrorCode.STATEMENT_NOT_CURRENT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void registerKeys_isTakenAMinuteOff(long seconds) {
        assertThat(register(issued(carol.issuedAhead(seconds))).versions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "e30.e30.AAAA"})
    void registerKeys_isRejectedWhenTheStatementIsNone(String rubbish) {
        carol.refused("register-keys", new CoordinatorApi.RegisterKeys(rubbish), ErrorCode.REJECTED, "/statement");
    }

    private KeysStatement issued(Issued issued) {
        KeysStatement mine = carol.registration();
        return new KeysStatement(issued, mine.user(), mine.version(), mine.predecessor(), mine.keys(), mine.salt());
    }

    private CoordinatorApi.RegisteredKeys register(KeysStatement registration) {
        return carol.register(carol.states(KeysStatement.TYPE, registration));
    }

    private void refused(KeysStatement registration, ErrorCode code) {
        refused(carol, registration, code);
        assertThat(ledger.about(indexOf(carol))).isEmpty();
    }

    private static void refused(TestParty party, KeysStatement registration, ErrorCode code) {
        var request = new CoordinatorApi.RegisterKeys(party.states(KeysStatement.TYPE, registration));
        party.refused("register-keys", request, code, "/statement");
    }
}
