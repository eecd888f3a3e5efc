package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestDealing;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob asks alice for something: the container's opener is its receiver. */
@QuarkusTest
class RequestedTest extends CoordinatorTest {
    private TestContainer container;

    @BeforeEach
    void bobAsks() {
        container = TestContainer.requested(plan(), bob, alice);
        open(container);
    }

    @Test
    void open_takesAReceiverAsItsOpener() throws Exception {
        activate(container);

        CoordinatorApi.Fetched fetched = alice.ask("fetch", container.fetch(alice), CoordinatorApi.Fetched.class);

        assertThat(ContainerFields.decode(fetched.container()).opener()).isEqualTo(Role.RECEIVER);
        OpenStatement.TYPE.verify(fetched.open(), bob.keys().signing());
    }

    @Test
    void open_isRejectedWhenTheOpenerBringsTheOtherRole() {
        TestContainer other = TestContainer.requested(plan(), bob, alice);
        CoordinatorApi.Open good = other.openRequest();

        bob.refused(
                "open",
                new CoordinatorApi.Open(
                        good.statement(),
                        TestContainer.opening(Role.SENDER, other.openerSalts()),
                        good.peer(),
                        TestContainer.opening(Role.RECEIVER, other.peerSalts()),
                        good.openerInvitation(),
                        good.peerInvitation()),
                ErrorCode.REJECTED,
                "/opener");
        bob.refused("status", other.status(bob), ErrorCode.CONTAINER_UNKNOWN);
    }

    @Test
    void inbox_tellsEachPartyItsRole() {
        assertThat(inbox(bob))
                .singleElement()
                .satisfies(item -> assertThat(item.role()).isEqualTo("receiver"));
        assertThat(inbox(alice))
                .singleElement()
                .satisfies(item -> assertThat(item.role()).isEqualTo("sender"));
    }

    @Test
    void activate_isForbiddenToTheSenderWhoDidNotOpen() {
        TestDealing dealing = TestDealing.of(container, 1, 2, 3, 4, 5);

        alice.refused("activate", dealing.request(alice, alice.issued(), dealing.allHoldings()), ErrorCode.FORBIDDEN);
    }

    @Test
    void message_goesFromTheSenderToTheReceiverWhoOpened() {
        activate(container);
        TestMessage message = send(container);
        assertThat(bob.ask("fetch", container.fetch(bob), CoordinatorApi.Fetched.class)
                        .message())
                .isEqualTo(message.jwe());

        assertThat(deliver(message).state()).isEqualTo("delivered");
        assertThat(ledger.types(container.id()))
                .containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED", "MESSAGE_SENT", "CONTAINER_DELIVERED");
    }

    @Test
    void send_isForbiddenToTheReceiverThoughItOpened() {
        activate(container);
        TestMessage message = TestMessage.of(container);

        bob.refused("send", message.request(bob, message.claims(bob.issued())), ErrorCode.FORBIDDEN);
    }

    @Test
    void receipt_isForbiddenToTheSenderThoughItIsThePeer() {
        activate(container);
        TestMessage message = send(container);
        var receipt = message.receipt(alice, message.claims(alice.issued()), container.end());

        alice.refused("receipt", receipt, ErrorCode.FORBIDDEN);
    }

    @Test
    void receipt_isRefusedWhileNothingWasSent() {
        activate(container);

        bob.refused("receipt", TestMessage.of(container).receipt(), ErrorCode.MESSAGE_MISSING);
    }

    @Test
    void revoke_endsItByEitherParty() {
        activate(container);
        assertThat(revoke(alice).state()).isEqualTo("revoked");
        assertThat(revoke(bob).state()).isEqualTo("revoked");

        alice.refused("send", TestMessage.of(container).request(), ErrorCode.CONTAINER_ENDED);
    }

    private CoordinatorApi.State revoke(TestParty by) {
        var claims = new RevokeStatement(by.issued(), container.id());
        var request = new CoordinatorApi.Revoke(
                by.states(RevokeStatement.TYPE, claims), container.openingOf(by), container.end());
        return by.ask("revoke", request, CoordinatorApi.State.class);
    }
}
