package dev.mayfly.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.coordinator.CoordinatorResource;
import dev.mayfly.coordinator.CoordinatorTest;
import dev.mayfly.coordinator.party.Caller;
import dev.mayfly.coordinator.party.TestContainer;
import dev.mayfly.coordinator.party.TestMessage;
import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.coordinator.party.TestParty;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What alice may open in an hour, and what bob's mailbox takes. */
@QuarkusTest
class QuotaTest extends CoordinatorTest {
    private static final long HOUR = 3600;

    private long nextHour;

    @BeforeEach
    void halfPast() {
        long lastHour = clock.seconds() / HOUR * HOUR + HOUR;
        nextHour = lastHour + HOUR;
        clock.set(lastHour + HOUR / 2);
    }

    @Test
    void open_isRefusedAfterTooManyDrawsForOnePeerUntilTheNextHour() {
        openMany(bob, TestNetwork.FRESH_NONCES);

        assertThat(retryAfter(refused(bob))).isEqualTo(HOUR / 2);
        clock.set(nextHour - 1);
        assertThat(retryAfter(refused(bob))).isEqualTo(1);
        clock.set(nextHour);
        openMany(bob, 1);
    }

    @Test
    void open_isRefusedAfterTooManyInAnHourWhoeverThePeersAre() {
        TestParty carol = registered("carol");
        openMany(bob, TestNetwork.FRESH_NONCES);
        openMany(carol, CoordinatorResource.OPENS_PER_HOUR - TestNetwork.FRESH_NONCES);

        refused(carol);
        refused(registered("dave"));
        clock.set(nextHour);
        openMany(carol, 1);
    }

    /** Whoever was refused comes again with the very same container once there is room, and nothing was taken from it. */
    @Test
    void open_isTakenLaterWhenItWasRefused() {
        openMany(bob, TestNetwork.FRESH_NONCES);
        clock.set(nextHour - 1);
        TestContainer container = planned();
        CoordinatorApi.Open request = container.openRequest();
        alice.refused("open", request, ErrorCode.QUOTA_EXCEEDED);

        clock.set(nextHour);

        assertThat(alice.ask("open", request, CoordinatorApi.Opened.class).containerId())
                .isEqualTo(container.id());
        openMany(bob, TestNetwork.FRESH_NONCES - 1);
        refused(bob);
    }

    @Test
    void open_isAnsweredAlikeThoughTheQuotaIsUsedUp() {
        TestContainer container = planned();
        CoordinatorApi.Open request = container.openRequest();
        CoordinatorApi.Opened first = alice.ask("open", request, CoordinatorApi.Opened.class);
        openMany(bob, TestNetwork.FRESH_NONCES - 1);
        refused(bob);

        assertThat(alice.ask("open", request, CoordinatorApi.Opened.class)).isEqualTo(first);
    }

    @Test
    void open_countsEachUserForItself() {
        openMany(bob, TestNetwork.FRESH_NONCES);

        TestContainer theOtherWay = TestContainer.of(plan(), bob, alice);
        assertThat(open(theOtherWay).containerId()).isEqualTo(theOtherWay.id());
    }

    @Test
    void open_neverExceedsTheQuotaWhenManyAreAskedAtOnce() {
        List<CoordinatorApi.Open> requests = Stream.generate(this::planned)
                .limit(40)
                .map(TestContainer::openRequest)
                .toList();

        List<CompletableFuture<HttpResponse<String>>> asked = requests.stream()
                .map(request -> alice.coordinator().later("open", request))
                .toList();
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(TestNetwork.FRESH_NONCES);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> Caller.problem(answer, ErrorCode.QUOTA_EXCEEDED));
        assertThat(inbox(alice)).hasSize(TestNetwork.FRESH_NONCES);
    }

    @Test
    void send_isRefusedWhileTheReceiversMailboxIsFull() {
        List<TestMessage> longest = Stream.generate(this::active)
                .limit(3)
                .map(container -> TestMessage.of(container, Jwe.MAX_PLAINTEXT))
                .toList();
        longest.subList(0, 2).forEach(this::store);
        CoordinatorApi.Send third = longest.get(2).request();

        alice.refused("send", third, ErrorCode.MAILBOX_FULL);
        assertThat(status(longest.get(2).container(), alice).messageStored()).isFalse();
        deliver(longest.get(0));

        assertThat(alice.ask("send", third, CoordinatorApi.Stored.class).message())
                .isEqualTo(third.message());
    }

    private void store(TestMessage message) {
        alice.ask("send", message.request(), CoordinatorApi.Stored.class);
    }

    private void openMany(TestParty peer, int count) {
        IntStream.range(0, count).forEach(i -> open(TestContainer.of(plan(), alice, peer)));
    }

    /** Alice may not open for this peer, and it leaves no trace. */
    private HttpResponse<String> refused(TestParty peer) {
        TestContainer container = TestContainer.of(plan(), alice, peer);
        HttpResponse<String> answer = alice.coordinator().post("open", container.openRequest());
        Caller.problem(answer, ErrorCode.QUOTA_EXCEEDED);
        alice.refused("status", container.status(alice), ErrorCode.CONTAINER_UNKNOWN);
        assertThat(ledger.about(container.id())).isEmpty();
        return answer;
    }

    private static long retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
    }
}
