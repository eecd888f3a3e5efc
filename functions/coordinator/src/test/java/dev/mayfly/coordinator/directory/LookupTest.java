package dev.mayfly.coordinator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LookupTest extends CoordinatorTest {
    @Test
    void lookup_tellsKeysThatTheLedgerProvesToBeTheUsers() throws Exception {
        CoordinatorApi.RegisteredKeys reply =
                alice.ask("lookup", about(bob.user(), alice, alice.issued()), CoordinatorApi.RegisteredKeys.class);

        CoordinatorApi.KeyVersion version = reply.versions().get(0);
        PublicKeys keys = PublicKeys.parse(version.signing(), version.encryption());
        assertThat(keys).isEqualTo(bob.keys());
        KeyIndex index = KeyIndex.verify(bob.user(), reply.proof(), network.vrf());
        EntryBody body = ledger.about(index.value()).get(0).body();
        assertThat(reply.versions()).hasSize(1);
        assertThat(version.entry()).isEqualTo(body.encoded());
        assertThat(((KeyEntry.KeysRegistered) body).commitment()).isEqualTo(keys.commitment(version.salt()));
    }

    @Test
    void lookup_provesNothingAboutAnotherUser() {
        CoordinatorApi.RegisteredKeys reply =
                alice.ask("lookup", about(bob.user(), alice, alice.issued()), CoordinatorApi.RegisteredKeys.class);

        assertThatThrownBy(() -> KeyIndex.verify(alice.user(), reply.proof(), network.vrf()))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void lookup_answersAUserAboutItselfUnderAnyKey() {
        TestParty lost = new TestParty(alice.user(), clock, alice.coordinator());

        CoordinatorApi.RegisteredKeys reply =
                lost.ask("lookup", about(alice.user(), lost, lost.issued()), CoordinatorApi.RegisteredKeys.class);

        assertThat(reply.versions().get(0).signing())
                .isEqualTo(alice.keys().signing().bytes());
        lost.refused("lookup", about(bob.user(), lost, lost.issued()), ErrorCode.REJECTED, "/statement");
    }

    @Test
    void lookup_answersAUserAboutItself() {
        CoordinatorApi.RegisteredKeys reply =
                alice.ask("lookup", about(alice.user(), alice, alice.issued()), CoordinatorApi.RegisteredKeys.class);

        assertThat(reply.versions().get(0).signing())
                .isEqualTo(alice.keys().signing().bytes());
    }

    @Test
    void lookup_isRefusedWhenTheUserRegisteredNoKeys() {
        UserId nobody = unregistered("nobody").user();

        alice.refused("lookup", about(nobody, alice, alice.issued()), ErrorCode.KEYS_UNKNOWN, "/statement");
    }

    @Test
    void lookup_isRefusedWhenTheCallerRegisteredNoKeys() {
        TestParty carol = unregistered("carol");

        carol.refused("lookup", about(bob.user(), carol, carol.issued()), ErrorCode.KEYS_UNKNOWN, "/statement");
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61})
    void lookup_isRefusedWhenTheStatementIsMoreThanAMinuteOff(long seconds) {
        refused(about(bob.user(), alice, alice.issuedAhead(seconds)), ErrorCode.STATEMENT_NOT_CURRENT);
    }

    @Test
    void lookup_isRejectedWhenTheTokensUserDidNotSign() {
        refused(about(bob.user(), bob, bob.issued()), ErrorCode.REJECTED);
    }

    @Test
    void lookup_isRejectedWhenMeantForAnotherAudience() {
        refused(about(bob.user(), alice, alice.issued(Issued.NODES)), ErrorCode.REJECTED);
    }

    private void refused(CoordinatorApi.Ask request, ErrorCode code) {
        alice.refused("lookup", request, code, "/statement");
    }

    private static CoordinatorApi.Ask about(UserId user, TestParty signer, Issued issued) {
        return new CoordinatorApi.Ask(signer.states(LookupStatement.TYPE, new LookupStatement(issued, user)));
    }
}
