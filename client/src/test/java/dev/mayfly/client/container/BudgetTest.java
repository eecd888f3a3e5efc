package dev.mayfly.client.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.CollectShares;
import dev.mayfly.client.entropy.Contributed;
import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.client.message.ReadInbox;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.Deadline;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.TestServer;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operations end at their budget, whoever keeps silent; calls would wait for a minute each, three times. Whoever answers at all
 * answers within the second that a busy machine may need.
 */
@Timeout(30)
class BudgetTest {
    private static final Timeouts ENDLESS = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), 3);
    private static final Duration SHORT = Duration.ofMillis(1500);
    private static final Deadline LONG = Deadline.in(Duration.ofSeconds(60));

    private final TestServer coordinator = new TestServer();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final HttpJson http = new HttpJson(ENDLESS);
    private final Session alice = new Session(
            committee.network(),
            Keyring.of(committee.alice()),
            CoordinatorClient.of(http, coordinator.url(), () -> "token"),
            new NodeClient(http),
            new Budgets(ENDLESS, SHORT, SHORT, SHORT),
            TestCommittee.NO_EVIDENCE,
            TestCommittee.CLOCK,
            TestCommittee.RANDOM);
    private final Contact bob = new Contact(
            committee.bob().user(),
            committee.bob().publicKeys(),
            Bytes.of(new byte[32]),
            List.of(),
            Optional.empty(),
            Contact.Standing.KNOWN);

    @AfterEach
    void close() {
        committee.close();
        coordinator.close();
    }

    @Test
    void gather_namesEachNodeThatHasNotAnsweredWhenTheBudgetIsOver() {
        agree().close();
        silence(2, 4, 5);
        tooFew(() -> new AgreeOnEntropy(alice).gather(opened(Deadline.in(SHORT))), 2, Threshold::quorum, 2, 4, 5);
    }

    @Test
    void deal_namesEachNodeThatHasNotAnsweredWhenTheBudgetIsOver() {
        SortedMap<Integer, Contributed> gathered = new AgreeOnEntropy(alice).gather(opened(LONG));
        silence(1, 3);
        tooFew(() -> new AgreeOnEntropy(alice).deal(opened(Deadline.in(SHORT)), gathered), 3, Threshold::quorum, 1, 3);
        gathered.values().forEach(Contributed::close);
    }

    @Test
    void opening_goesOnUnderOneDeadlineFromTheDrawToTheActivation() {
        OpenedContainer late = opened(Deadline.in(Duration.ZERO));
        SortedMap<Integer, Contributed> gathered = new AgreeOnEntropy(alice).gather(opened(LONG));
        int before = committee.requests();

        tooFew(() -> new AgreeOnEntropy(alice).gather(late), 0, Threshold::quorum, 1, 2, 3, 4, 5);
        tooFew(() -> new AgreeOnEntropy(alice).deal(late, gathered), 0, Threshold::quorum, 1, 2, 3, 4, 5);
        try (AgreedDealing agreed = new AgreeOnEntropy(alice).deal(opened(LONG), gathered)) {
            int dealt = committee.requests();
            assertThatThrownBy(() -> new AgreeOnEntropy(alice).activate(late, agreed))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("within the time of the whole operation");
            assertThat(dealt).isEqualTo(before + 5);
        }
        assertThat(coordinator.requests()).isEmpty();
        gathered.values().forEach(Contributed::close);
    }

    @Test
    void collect_namesEachNodeThatHasNotAnsweredWhenTheBudgetIsOver() {
        try (AgreedDealing agreed = agree()) {
            silence(1, 2, 3);
            NodeClient hurried = new NodeClient(http).until(Deadline.in(SHORT));
            CollectShares collect =
                    new CollectShares(hurried, alice.keepEvidence(), TestCommittee.CLOCK, TestCommittee.RANDOM);
            tooFew(
                    () -> collect.collect(
                            committee.container(),
                            committee.registryStatement(),
                            agreed.certificate(),
                            committee.accessKey()),
                    2,
                    Threshold::k,
                    1,
                    2,
                    3);
        }
    }

    /** What the coordinator recorded stands, whatever the nodes do: their silence is no failure of the end. */
    @Test
    void revoke_endsAtItsBudgetWithWhatWasErased() {
        try (AgreedDealing agreed = agree()) {
            silence(1, 2, 3, 4, 5);
            coordinator.answering(
                    200,
                    "{\"containerId\":\"%s\",\"state\":\"revoked\",\"messageStored\":false}"
                            .formatted(committee.container().id().toBase64Url()));
            ActiveContainer active = new ActiveContainer(
                    committee.invitation(),
                    committee.container(),
                    committee.registryStatement(),
                    agreed.certificate(),
                    Role.SENDER,
                    bob);
            assertThat(new EndContainer(alice).revoke(active)).isEqualTo(new Ending("revoked", 0, 5));
        }
    }

    /** A coordinator that always has one more page. */
    @Test
    void inbox_endsAtItsBudgetWhenItHasNoEnd() {
        coordinator.answering(200, "{\"items\":[],\"next\":\"%s\"}".formatted("A".repeat(43)));
        assertThatThrownBy(() -> new ReadInbox(alice).read()).isInstanceOf(UnreachableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 121, 3600})
    void budgets_refuseToOpenForLongerThanTheCoordinatorWaits(int seconds) {
        assertThatThrownBy(() -> new Budgets(ENDLESS, Duration.ofSeconds(seconds), SHORT, SHORT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AgreedDealing agree() {
        SortedMap<Integer, Contributed> gathered = new AgreeOnEntropy(alice).gather(opened(LONG));
        try {
            return new AgreeOnEntropy(alice).deal(opened(LONG), gathered);
        } finally {
            gathered.values().forEach(Contributed::close);
        }
    }

    private OpenedContainer opened(Deadline activateBy) {
        return new OpenedContainer(
                committee.invitation(), committee.container(), committee.registryStatement(), bob, activateBy);
    }

    private void silence(int... ranks) {
        IntStream.of(ranks)
                .forEach(rank ->
                        committee.at(rank).server().answering((server, exchange, request) -> server.untilClosed()));
    }

    private interface Needed {
        int of(Threshold threshold);
    }

    private void tooFew(ThrowingCallable operation, int have, Needed need, int... silent) {
        assertThatThrownBy(operation).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
            assertThat(few.have()).isEqualTo(have);
            assertThat(few.need()).isEqualTo(need.of(TestCommittee.THRESHOLD));
            assertThat(few.total()).isEqualTo(5);
            Stream<String> ids = IntStream.of(silent)
                    .mapToObj(rank -> committee.at(rank).record().id());
            assertThat(few.failures()).containsOnlyKeys(ids.toList());
            assertThat(few.failures().values()).allMatch(why -> why.contains("time"));
        });
    }
}
