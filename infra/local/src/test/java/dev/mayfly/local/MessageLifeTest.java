package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.container.Ending;
import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages between people on packaged functions; whatever a test did, all invariants hold afterwards. */
@ExtendWith(RunningNetwork.class)
class MessageLifeTest {
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LocalNetwork network;
    private final List<LocalNode> killed = new ArrayList<>();
    private Person alice;
    private Person bob;

    MessageLifeTest(LocalNetwork network) {
        this.network = network;
    }

    @BeforeEach
    void twoPeople() throws Exception {
        alice = Person.registered(network, "alice");
        bob = Person.registered(network, "bob");
    }

    @AfterEach
    void everythingHolds() {
        network.restart(killed);
        killed.clear();
        alice.close();
        bob.close();
        LocalInvariants.of(network).hold(List.of());
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "5, 7"})
    void send_arrivesAsItWasWhenAllNodesLive(int k, int n) throws Exception {
        Bytes container = alice.send(bob, "until tomorrow", HOUR, new Threshold(k, n));

        try (FetchedMessage fetched = bob.fetch(container);
                ReceivedMessage received = bob.client.unseal(fetched)) {
            assertThat(received.content().size()).isEqualTo("until tomorrow".length());
            Ending ending = bob.client.confirm(received);
            assertThat(ending).isEqualTo(new Ending("delivered", n, n));
        }
        assertThat(trail(container).erasure())
                .isEqualTo("erased %d of %d issued: gone, even if %d of the signers lie".formatted(n, n, k - 1));
    }

    @Test
    void unseal_worksWhenExactlyKNodesLive() throws Exception {
        Bytes container = alice.send(bob, "three are enough", HOUR, THREE_OF_FIVE);
        try (FetchedMessage fetched = bob.fetch(container)) {
            kill(fetched, 2);

            assertThat(bob.read(fetched)).isEqualTo("three are enough");
        }
    }

    @Test
    void send_takesStandbysInPlaceOfDeadNodes() throws Exception {
        killed.addAll(network.nodes().subList(0, 2));
        killed.forEach(LocalNode::kill);

        Bytes container = alice.send(bob, "seven minus two are five", HOUR, THREE_OF_FIVE);

        assertThat(trail(container).issued()).isEqualTo(5);
        try (FetchedMessage fetched = bob.fetch(container)) {
            assertThat(bob.read(fetched)).isEqualTo("seven minus two are five");
        }
    }

    @Test
    void send_saysHowManyNodesAreMissingWhenTooManyAreDead() {
        killed.addAll(network.nodes().subList(0, 4));
        killed.forEach(LocalNode::kill);

        assertThatThrownBy(() -> alice.send(bob, "nobody home", HOUR, THREE_OF_FIVE))
                .isInstanceOfSatisfying(TooFewNodesException.class, few -> {
                    assertThat(few.have()).isEqualTo(3);
                    assertThat(few.need()).isEqualTo(4);
                    assertThat(few.total()).isEqualTo(7);
                });
    }

    @Test
    void unseal_saysHowManyAreMissingWhenFewerThanKLive() throws Exception {
        Bytes container = alice.send(bob, "two are not", HOUR, THREE_OF_FIVE);
        try (FetchedMessage fetched = bob.fetch(container)) {
            kill(fetched, 3);

            assertThatThrownBy(() -> bob.read(fetched)).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
                assertThat(few.have()).isEqualTo(2);
                assertThat(few.need()).isEqualTo(3);
                assertThat(few.total()).isEqualTo(5);
                assertThat(few.failures())
                        .containsOnlyKeys(killed.stream().map(LocalNode::id).toList());
            });
        }
    }

    @Test
    void unseal_canBeRepeatedUntilTheReceipt() throws Exception {
        Bytes container = alice.send(bob, "read me twice", HOUR, THREE_OF_FIVE);
        try (FetchedMessage fetched = bob.fetch(container)) {
            assertThat(bob.read(fetched)).isEqualTo("read me twice");
            assertThat(bob.read(fetched)).isEqualTo("read me twice");
        }
    }

    @Test
    void unseal_isPossibleForTheSenderToo() throws Exception {
        Bytes container = alice.send(bob, "what did I write?", HOUR, THREE_OF_FIVE);
        try (FetchedMessage fetched = alice.fetch(container)) {
            assertThat(alice.read(fetched)).isEqualTo("what did I write?");
        }
    }

    @Test
    void unseal_isRefusedByNodesAfterTheReceipt() throws Exception {
        Bytes container = alice.send(bob, "once", HOUR, THREE_OF_FIVE);
        CoordinatorApi.InboxItem item = bob.waiting(container);
        try (FetchedMessage fetched = bob.client.fetch(item);
                ReceivedMessage received = bob.client.unseal(fetched)) {
            bob.client.confirm(received);

            assertEnded(() -> bob.read(fetched));
            assertEnded(() -> bob.client.fetch(item));
            assertThat(bob.client.inbox()).isEmpty();
            assertThat(bob.client.status(fetched.container())).isEqualTo("delivered");
            assertThat(network.sharesHeld(container)).isZero();
        }
    }

    @Test
    void revoke_endsAMessageThatNobodyRead() throws Exception {
        Bytes container = alice.send(bob, "I changed my mind", HOUR, THREE_OF_FIVE);
        try (FetchedMessage bobs = bob.fetch(container);
                FetchedMessage alices = alice.fetch(container)) {
            assertThat(alice.client.revoke(alices.container())).isEqualTo(new Ending("revoked", 5, 5));

            assertEnded(() -> bob.read(bobs));
            assertThat(bob.client.status(bobs.container())).isEqualTo("revoked");
            assertThat(network.sharesHeld(container)).isZero();
        }
    }

    @Test
    void confirm_finishesWhatWasLeftWhenRepeated() throws Exception {
        Bytes container = alice.send(bob, "confirm me twice", HOUR, THREE_OF_FIVE);
        try (FetchedMessage fetched = bob.fetch(container);
                ReceivedMessage received = bob.client.unseal(fetched)) {
            kill(fetched, 1);
            assertThat(bob.client.confirm(received)).isEqualTo(new Ending("delivered", 4, 5));
            network.restart(killed);
            killed.clear();
            assertThat(bob.client.confirm(received)).isEqualTo(new Ending("delivered", 5, 5));
        }
    }

    @Test
    void container_endsAtItsTimeWithNobodyTellingAnyone() throws Exception {
        Bytes container = alice.send(bob, "gone in seconds", Duration.ofSeconds(10), THREE_OF_FIVE);
        try (FetchedMessage fetched = bob.fetch(container)) {
            assertThat(bob.read(fetched)).isEqualTo("gone in seconds");
            Eventually.holds(() -> network.sharesHeld(container) == 0);

            var slowClock = bob.withClockOffBy(Duration.ofSeconds(-40));
            assertEnded(() -> bob.read(fetched));
            assertEnded(() -> slowClock.unseal(fetched));
            assertThat(bob.client.status(fetched.container())).isEqualTo("expired");
            Eventually.holds(() -> trail(container).erased() == 5);
            assertThat(trail(container).state()).isEqualTo(ContainerState.EXPIRED);
        }
    }

    @Test
    void sweep_gathersWhatADeadNodeCouldNotSign() throws Exception {
        Bytes container = alice.send(bob, "erase me later", HOUR, THREE_OF_FIVE);
        try (FetchedMessage fetched = bob.fetch(container);
                ReceivedMessage received = bob.client.unseal(fetched)) {
            kill(fetched, 2);
            assertThat(bob.client.confirm(received)).isEqualTo(new Ending("delivered", 3, 5));
        }
        network.restart(killed);
        killed.clear();

        Eventually.holds(() -> trail(container).erased() == 5);
        assertThat(network.sharesHeld(container)).isZero();
    }

    @Test
    void fetch_isRefusedToAStrangerWhoHoldsTheInvitation() throws Exception {
        Bytes container = alice.send(bob, "not for carol", HOUR, THREE_OF_FIVE);
        CoordinatorApi.InboxItem bobs = bob.waiting(container);
        try (Person carol = Person.registered(network, "carol")) {
            assertThat(carol.client.inbox()).isEmpty();
            assertThatThrownBy(() -> carol.client.fetch(bobs)).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void message_survivesACrashOfTheCoordinator() throws Exception {
        Bytes container = alice.send(bob, "still here", HOUR, THREE_OF_FIVE);
        network.killCoordinator();
        network.restartCoordinator();
        try (FetchedMessage fetched = bob.fetch(container)) {
            assertThat(bob.read(fetched)).isEqualTo("still here");
        }
    }

    @Test
    void manySenders_allArriveWhenTheyWriteAtOnce() {
        List<CompletableFuture<Bytes>> sending = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sendFrom("sender", "message " + i)))
                .toList();
        List<Bytes> containers = sending.stream().map(CompletableFuture::join).toList();

        assertThat(bob.client.inbox().stream().map(CoordinatorApi.InboxItem::containerId))
                .containsExactlyInAnyOrderElementsOf(containers);
    }

    private Bytes sendFrom(String name, String text) {
        try (Person sender = Person.registered(network, name)) {
            return sender.send(bob, text, HOUR, THREE_OF_FIVE);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void kill(FetchedMessage fetched, int count) {
        Committee committee = fetched.container().drawn().committee();
        fetched.container().certificate().holdings().keySet().stream()
                .limit(count)
                .map(rank -> committee.at(rank).orElseThrow().id())
                .map(network::node)
                .forEach(killed::add);
        killed.forEach(LocalNode::kill);
    }

    private static void assertEnded(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_ENDED));
    }

    private LedgerReport.Trail trail(Bytes container) {
        return new Chain(network).trail(container);
    }
}
