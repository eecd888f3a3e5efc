package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.local.network.LocalNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Containers that Bob opens to ask Alice for something, and containers whose opener remembers nothing. */
@ExtendWith(RunningNetwork.class)
class RequestLifeTest {
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LocalNetwork network;
    private Person alice;
    private Person bob;

    RequestLifeTest(LocalNetwork network) {
        this.network = network;
    }

    @BeforeEach
    void twoPeople() throws Exception {
        alice = Person.registered(network, "alice");
        bob = Person.registered(network, "bob");
    }

    @AfterEach
    void everythingHolds() {
        alice.close();
        bob.close();
        assertThat(new Chain(network).verify().findings()).isEmpty();
    }

    @Test
    void request_isFilledByTheSenderAndReadByWhoAsked() throws Exception {
        Bytes container = bob.request(alice, HOUR, THREE_OF_FIVE);
        assertThat(ids(alice.client.toFill())).containsExactly(container);
        assertThat(bob.client.toFill()).isEmpty();

        alice.fill(container, "as you asked");

        assertThat(alice.client.toFill()).isEmpty();
        assertThat(ids(bob.client.toRead())).containsExactly(container);
        try (FetchedMessage fetched = bob.fetch(container);
                ReceivedMessage received = bob.client.unseal(fetched)) {
            assertThat(bob.read(fetched)).isEqualTo("as you asked");
            assertThat(bob.client.confirm(received)).isEqualTo(new Ending("delivered", 5, 5));
        }
        assertThat(alice.client.inbox()).isEmpty();
        assertThat(bob.client.inbox()).isEmpty();
        assertThat(new Chain(network).trail(container).erasure())
                .isEqualTo("erased 5 of 5 issued: gone, even if 2 of the signers lie");
    }

    @Test
    void request_isRevokedByTheSenderWhoWasAsked() throws Exception {
        Bytes container = bob.request(alice, HOUR, THREE_OF_FIVE);
        try (ActiveContainer asked = alice.client.join(alice.waiting(container))) {
            assertThat(alice.client.revoke(asked)).isEqualTo(new Ending("revoked", 5, 5));
        }
        assertThat(bob.client.find(container)).isEmpty();
    }

    @Test
    void fill_isRefusedWhenSomethingStandsThere() throws Exception {
        Bytes container = bob.request(alice, HOUR, THREE_OF_FIVE);
        alice.fill(container, "first");

        assertThatThrownBy(() -> alice.fill(container, "second"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MESSAGE_CONFLICT));
        try (FetchedMessage fetched = bob.fetch(container)) {
            assertThat(bob.read(fetched)).isEqualTo("first");
        }
    }

    @Test
    void revoke_isPossibleForAnOpenerThatRemembersNothing() throws Exception {
        Bytes container = alice.send(bob, "sent by a process that is gone", HOUR, THREE_OF_FIVE);
        MayflyClient later = network.connect(alice.keys);

        try (ActiveContainer own = later.join(later.find(container).orElseThrow())) {
            assertThat(later.status(own)).isEqualTo("active");
            assertThat(later.revoke(own)).isEqualTo(new Ending("revoked", 5, 5));
            assertThat(later.status(own)).isEqualTo("revoked");
        }
        assertThat(bob.client.inbox()).isEmpty();
    }

    private static List<Bytes> ids(List<CoordinatorApi.InboxItem> items) {
        return items.stream().map(CoordinatorApi.InboxItem::containerId).toList();
    }
}
