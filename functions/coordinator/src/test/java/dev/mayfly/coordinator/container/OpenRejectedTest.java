package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An open that is not what it claims to be leaves nothing behind. */
@QuarkusTest
class OpenRejectedTest extends CoordinatorTest {
    @Test
    void open_isRejectedWhenTheOpenersOpeningDoesNotFit() {
        TestContainer container = planned();
        var wrong = TestContainer.opening(Role.SENDER, Salts.random(random));

        rejected(container, withOpenings(container, wrong, container.peerOpening()), "/opener");
    }

    @Test
    void open_isRejectedWhenThePeersOpeningDoesNotFit() {
        TestContainer container = planned();
        var wrong = TestContainer.opening(Role.RECEIVER, Salts.random(random));

        rejected(container, withOpenings(container, container.openerOpening(), wrong), "/peerOpening");
    }

    @Test
    void open_isRejectedWhenTheRolesAreSwapped() {
        TestContainer container = planned();

        rejected(
                container,
                withOpenings(
                        container,
                        TestContainer.opening(Role.RECEIVER, container.openerSalts()),
                        TestContainer.opening(Role.SENDER, container.peerSalts())),
                "/opener");
    }

    @Test
    void open_isRejectedWhenAnOpeningIsNone() {
        TestContainer container = planned();
        Bytes salt = Bytes.random(random, 64);
        var noRole = new CoordinatorApi.Opening("Sender", salt, salt);
        var shortSalt = new CoordinatorApi.Opening("sender", salt, salt.slice(0, 63));

        rejected(container, withOpenings(container, noRole, container.peerOpening()), "/opener/role");
        rejected(container, withOpenings(container, shortSalt, container.peerOpening()), "/opener");
    }

    @Test
    void open_isRefusedWhenThePeerRegisteredNoKeys() {
        TestContainer container = TestContainer.of(plan(), alice, unregistered("carol"));

        alice.refused("open", container.openRequest(), ErrorCode.KEYS_UNKNOWN, "/peer");
        assertUnknown(container);
    }

    @Test
    void open_isRefusedWhenTheOpenerRegisteredNoKeys() {
        TestParty carol = unregistered("carol");

        carol.refused("open", TestContainer.of(plan(), carol, bob).openRequest(), ErrorCode.KEYS_UNKNOWN, "/statement");
    }

    @Test
    void open_isRejectedWhenThePeerIsTheOpener() {
        TestContainer container = TestContainer.of(plan(), alice, alice);

        rejected(container, container.openRequest(), "/peer");
    }

    @Test
    void open_isRejectedWhenThePeersNameIsNone() {
        TestContainer container = planned();
        CoordinatorApi.Open good = container.openRequest();

        rejected(
                container,
                new CoordinatorApi.Open(
                        good.statement(),
                        good.opener(),
                        new CoordinatorApi.User(TestNetwork.ISSUER, "re\u0301mi"),
                        good.peerOpening(),
                        good.openerInvitation(),
                        good.peerInvitation()),
                "/peer");
    }

    @Test
    void open_isRefusedWhenAnInvitationIsTooLong() {
        TestContainer container = planned();
        Bytes tooLong = Bytes.random(random, 4097);
        Bytes good = container.invitationFor(alice);

        refusedTooLarge(container, tooLong, good, "/openerInvitation");
        refusedTooLarge(container, good, tooLong, "/peerInvitation");
        assertUnknown(container);
    }

    @Test
    void open_isRejectedWhenTheTokensUserDidNotSign() {
        TestContainer container = planned();

        bob.refused("open", container.openRequest(), ErrorCode.REJECTED, "/statement");
        assertUnknown(container);
    }

    @Test
    void open_isRejectedWhenTheStatementIsForAnotherNetworkOrAudience() {
        TestContainer container = planned();
        Issued good = container.opener().issued();

        rejected(container, issued(container, new Issued("othernet", good.audience(), good.issuedAt(), good.jti())));
        rejected(container, issued(container, alice.issued(Issued.PUBLIC)));
    }

    @Test
    void open_isRejectedWhenTheContainerIdIsNotTheHashOfTheFields() {
        TestContainer container = planned();
        var claims = new OpenStatement(container.opener().issued(), Bytes.random(random, 32), container.fields());

        rejected(container, container.openRequest(alice.states(OpenStatement.TYPE, claims)));
    }

    @Test
    void open_isRejectedWhenStatementAndContainerWereIssuedAtDifferentTimes() {
        TestContainer container = planned();
        clock.forward(Duration.ofSeconds(1));

        rejected(container, issued(container, alice.issued()));
    }

    private CoordinatorApi.Open issued(TestContainer container, Issued issued) {
        var claims = new OpenStatement(issued, container.id(), container.fields());
        return container.openRequest(alice.states(OpenStatement.TYPE, claims));
    }

    private static CoordinatorApi.Open withOpenings(
            TestContainer container, CoordinatorApi.Opening opener, CoordinatorApi.Opening peer) {
        CoordinatorApi.Open good = container.openRequest();
        return new CoordinatorApi.Open(
                good.statement(), opener, good.peer(), peer, good.openerInvitation(), good.peerInvitation());
    }

    private void rejected(TestContainer container, CoordinatorApi.Open request) {
        rejected(container, request, "/statement");
    }

    private void rejected(TestContainer container, CoordinatorApi.Open request, String field) {
        alice.refused("open", request, ErrorCode.REJECTED, field);
        assertUnknown(container);
    }

    private void refusedTooLarge(TestContainer container, Bytes toOpener, Bytes toPeer, String field) {
        CoordinatorApi.Open good = container.openRequest();
        var request = new CoordinatorApi.Open(
                good.statement(), good.opener(), good.peer(), good.peerOpening(), toOpener, toPeer);
        alice.refused("open", request, ErrorCode.PAYLOAD_TOO_LARGE, field);
    }

    private void assertUnknown(TestContainer container) {
        alice.refused("status", container.status(alice), ErrorCode.CONTAINER_UNKNOWN);
        assertThat(ledger.about(container.id())).isEmpty();
    }
}
