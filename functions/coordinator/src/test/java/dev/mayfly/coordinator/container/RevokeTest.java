package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.TestClock;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevokeTest extends CoordinatorTest {
    private TestContainer container;

    @BeforeEach
    void activate() {
        container = active();
    }

    @Test
    void revoke_endsTheContainerForBothByEitherParty() {
        TestContainer other = active();

        assertThat(revoke(container, alice).state()).isEqualTo("revoked");
        assertThat(revoke(other, bob).state()).isEqualTo("revoked");

        bob.refused("fetch", container.fetch(bob), ErrorCode.CONTAINER_ENDED);
        assertThat(status(other, alice).state()).isEqualTo("revoked");
    }

    @Test
    void revoke_isRecordedByItsDigest() throws Exception {
        CoordinatorApi.Revoke request = request(container, alice);

        alice.ask("revoke", request, CoordinatorApi.State.class);

        Bytes digest = RevokeStatement.TYPE
                .verify(request.statement(), alice.keys().signing())
                .digest();
        assertThat(ledger.about(container.id()).get(2).body())
                .isEqualTo(new EntryBody.ContainerRevoked(container.id(), digest));
    }

    @Test
    @Tag(TestClock.STANDING)
    void revoke_isAnsweredAlikeWhenRepeatedByWhomeverHoweverLate() {
        CoordinatorApi.Revoke request = request(container, alice);
        CoordinatorApi.State first = alice.ask("revoke", request, CoordinatorApi.State.class);

        assertThat(revoke(container, bob)).isEqualTo(first);
        clock.set(container.fields().expiresAt() + 1);
        assertThat(alice.ask("revoke", request, CoordinatorApi.State.class)).isEqualTo(first);
        assertThat(ledger.types(container.id()))
                .filteredOn("CONTAINER_REVOKED"::equals)
                .hasSize(1);
    }

    @Test
    @Tag(TestClock.STANDING)
    void revoke_comesTooLateAfterTheReceiptOrTheEnd() {
        TestMessage message = send(container);
        deliver(message);
        TestContainer expired = active();

        alice.refused("revoke", request(container, alice), ErrorCode.CONTAINER_ENDED);
        clock.set(expired.fields().expiresAt());
        alice.refused("revoke", request(expired, alice), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void receipt_comesTooLateAfterTheRevocation() {
        TestMessage message = send(container);
        revoke(container, alice);

        bob.refused("receipt", message.receipt(), ErrorCode.CONTAINER_ENDED);
    }

    @Test
    void revoke_isRefusedBeforeTheContainerIsActive() {
        TestContainer opening = opened();

        alice.refused("revoke", request(opening, alice), ErrorCode.CONTAINER_NOT_ACTIVE);
    }

    @Test
    void revoke_isRejectedWithoutAValidEnd() {
        CoordinatorApi.Revoke good = request(container, alice);
        String forged = container.end(SigningPrivateKey.generate(random), Issued.NODES);

        alice.refused(
                "revoke",
                new CoordinatorApi.Revoke(good.statement(), good.party(), forged),
                ErrorCode.REJECTED,
                "/end");

        assertThat(status(container, alice).state()).isEqualTo("active");
    }

    @Test
    void revoke_isRefusedToStrangersAsForAnUnknownContainer() {
        TestParty carol = registered("carol");
        CoordinatorApi.Revoke alices = request(container, alice);
        RevokeStatement claims = new RevokeStatement(carol.issued(), container.id());

        var request =
                new CoordinatorApi.Revoke(carol.states(RevokeStatement.TYPE, claims), alices.party(), container.end());

        carol.refused("revoke", request, ErrorCode.CONTAINER_UNKNOWN);
    }

    private CoordinatorApi.State revoke(TestContainer revoked, TestParty by) {
        return by.ask("revoke", request(revoked, by), CoordinatorApi.State.class);
    }

    private static CoordinatorApi.Revoke request(TestContainer revoked, TestParty by) {
        RevokeStatement claims = new RevokeStatement(by.issued(), revoked.id());
        return new CoordinatorApi.Revoke(by.states(RevokeStatement.TYPE, claims), revoked.openingOf(by), revoked.end());
    }
}
