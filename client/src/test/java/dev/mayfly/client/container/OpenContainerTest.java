package dev.mayfly.client.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.TestCommittee;
import dev.mayfly.client.TestCoordinator;
import dev.mayfly.client.draw.TooManyDrawsException;
import dev.mayfly.client.party.Budgets;
import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.NewestRegistry;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.transport.CoordinatorClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import dev.mayfly.transport.UnreachableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Alice opens containers at a coordinator that would rather not answer every draw. */
class OpenContainerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestCoordinator coordinator = new TestCoordinator();
    private final TestCommittee committee = new TestCommittee(coordinator.url());
    private final AtomicInteger asked = new AtomicInteger();
    private final Contact bob = contact(committee.bob());
    private Instant now = Instant.ofEpochSecond(TestCommittee.NOW);
    private OpenContainer openContainer = openingWithin(Budgets.USUAL);

    @BeforeEach
    void answerHonestly() {
        String registry = RegistryStatement.sign(
                        committee.registry(), committee.admin(), TestCommittee.CLOCK, TestCommittee.RANDOM)
                .compact();
        coordinator.answers("registry", body -> new CoordinatorApi.SignedRegistry(registry));
        coordinator.answers("open", this::drawn);
    }

    @AfterEach
    void close() {
        committee.close();
        coordinator.close();
    }

    @Test
    void open_asksForTheSameContainerAgainUntilItIsAnswered() throws RejectedException {
        answersAfter(4, new IOException("cut"));

        try (OpenedContainer opened = open(bob)) {
            assertThat(opens()).hasSize(5).containsOnly(opens().get(0));
            assertThat(opened.drawn().fields().opener()).isEqualTo(Role.SENDER);
        }
    }

    @Test
    void open_asksForTheSameContainerAgainWhenRefusedForAWhile() throws RejectedException {
        answersAfter(1, Refusal.retryable(ErrorCode.QUOTA_EXCEEDED, "not now", Duration.ofSeconds(1)));

        open(bob).close();

        assertThat(opens()).hasSize(2).containsOnly(opens().get(0));
    }

    @Test
    void open_isRefusedAtOnceWhenTheWhileIsTooLong() {
        answersAfter(1, Refusal.retryable(ErrorCode.QUOTA_EXCEEDED, "not in this hour", Duration.ofMinutes(20)));

        assertThatThrownBy(() -> open(bob))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(20)));
        assertThat(opens()).hasSize(1);
    }

    @Test
    void open_isRefusedAtOnceWhenTheSameAgainWouldNotHelp() {
        answersAfter(1, Refusal.of(ErrorCode.OUT_OF_BOUNDS, "no"));

        assertThatThrownBy(() -> open(bob)).isInstanceOf(Refusal.class);
        assertThat(opens()).hasSize(1);
    }

    @Test
    void open_givesUpWithItsBudgetAndNeverDrawsAgainByItself() {
        answersAfter(Integer.MAX_VALUE, new IOException("cut"));
        openContainer = openingWithin(
                new Budgets(Timeouts.USUAL, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2)));

        assertThatThrownBy(() -> open(bob)).isInstanceOf(UnreachableException.class);

        assertThat(opens()).hasSizeGreaterThan(Timeouts.USUAL.attempts()).containsOnly(opens().get(0));
    }

    @Test
    void open_stopsAfterAsManyFreshNoncesForAPeerAsTheNetworkAllowsInAnHour() throws RejectedException {
        open(bob).close();
        now = now.plusSeconds(60);
        answersAfter(Integer.MAX_VALUE, Refusal.of(ErrorCode.OUT_OF_BOUNDS, "this draw does not suit us"));
        for (int i = 1; i < committee.network().freshNonces(); i++) {
            assertThatThrownBy(() -> open(bob)).isInstanceOf(Refusal.class);
        }
        int before = opens().size();

        assertThatThrownBy(() -> open(bob)).isInstanceOfSatisfying(TooManyDrawsException.class, stopped -> {
            assertThat(stopped.unanswered()).isEqualTo(committee.network().freshNonces() - 1);
            assertThat(stopped.again())
                    .isEqualTo(Instant.ofEpochSecond(TestCommittee.NOW).plus(HOUR));
        });
        assertThat(opens()).as("nobody was asked").hasSize(before);
    }

    @Test
    void open_goesOnWithOtherPeersAndAnHourAfterTheFirst() throws RejectedException {
        for (int i = 0; i < committee.network().freshNonces(); i++) {
            open(bob).close();
            now = now.plusSeconds(1);
        }
        assertThatThrownBy(() -> open(bob)).isInstanceOf(TooManyDrawsException.class);

        open(contact(TestCommittee.user("carol"))).close();
        now = Instant.ofEpochSecond(TestCommittee.NOW).plus(HOUR).minusSeconds(1);
        assertThatThrownBy(() -> open(bob)).isInstanceOf(TooManyDrawsException.class);
        now = now.plusSeconds(1);
        open(bob).close();
        assertThatThrownBy(() -> open(bob)).isInstanceOf(TooManyDrawsException.class);
    }

    /** A coordinator that would like other nodes than the draw gives. */
    static Stream<Arguments> lies() {
        return Stream.of(
                lie(
                        "another committee",
                        (all, good) ->
                                new CoordinatorApi.Opened(good.containerId(), good.proof(), swapped(good.committee()))),
                lie(
                        "the draw of another container",
                        (all, good) -> new CoordinatorApi.Opened(
                                good.containerId(), all.container().proof().bytes(), good.committee())),
                lie(
                        "an altered draw",
                        (all, good) ->
                                new CoordinatorApi.Opened(good.containerId(), flipped(good.proof()), good.committee())),
                lie(
                        "a draw under another key",
                        (all, good) -> new CoordinatorApi.Opened(
                                good.containerId(),
                                Draw.prove(good.containerId(), VrfPrivateKey.generate(TestCommittee.RANDOM))
                                        .bytes(),
                                good.committee())),
                lie(
                        "the answer to an earlier open",
                        (all, good) -> new CoordinatorApi.Opened(
                                all.container().id(),
                                all.container().proof().bytes(),
                                all.container().committee().ids())),
                lie(
                        "the container under another id",
                        (all, good) ->
                                new CoordinatorApi.Opened(all.container().id(), good.proof(), good.committee())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void open_refusesAnythingButTheDrawOfThisContainerBeforeANodeIsAsked(
            String name, BiFunction<TestCommittee, CoordinatorApi.Opened, CoordinatorApi.Opened> lie) {
        coordinator.answers("open", body -> lie.apply(committee, drawn(body)));

        assertThatThrownBy(() -> open(bob)).isInstanceOf(RejectedException.class);
        assertThat(committee.requests()).isZero();
    }

    private static Arguments lie(
            String name, BiFunction<TestCommittee, CoordinatorApi.Opened, CoordinatorApi.Opened> lie) {
        return Arguments.of(name, lie);
    }

    private static List<String> swapped(List<String> committee) {
        List<String> other = new ArrayList<>(committee);
        Collections.swap(other, 0, 1);
        return other;
    }

    private static Bytes flipped(Bytes proof) {
        byte[] bytes = proof.toByteArray();
        bytes[40] ^= 1;
        return Bytes.of(bytes);
    }

    private OpenedContainer open(Contact peer) throws RejectedException {
        return openContainer.open(peer, Role.SENDER, HOUR, TestCommittee.THRESHOLD);
    }

    /** Answers only after so many failures. */
    private void answersAfter(int failures, Exception failure) {
        asked.set(0);
        coordinator.answers("open", body -> {
            if (asked.getAndIncrement() < failures) {
                if (failure instanceof Refusal refusal) {
                    throw refusal;
                }
                throw new IOException(failure);
            }
            return drawn(body);
        });
    }

    private CoordinatorApi.Opened drawn(String body) throws IOException, RejectedException {
        CoordinatorApi.Open request = TestCoordinator.read(body, CoordinatorApi.Open.class);
        DrawnContainer drawn = committee.draw(
                OpenStatement.TYPE.verifyEmbedded(request.statement()).claims().fields());
        return new CoordinatorApi.Opened(
                drawn.id(), drawn.proof().bytes(), drawn.committee().ids());
    }

    /** The bodies of all opens that were asked. */
    private List<String> opens() {
        return coordinator.server().requests().stream()
                .filter(request -> request.path().equals("/v1/open"))
                .map(request -> request.body())
                .toList();
    }

    private static Contact contact(UserKeys user) {
        return new Contact(
                user.user(),
                user.publicKeys(),
                Bytes.of(new byte[32]),
                List.of(),
                Optional.empty(),
                Contact.Standing.KNOWN);
    }

    private OpenContainer openingWithin(Budgets budgets) {
        HttpJson http = new HttpJson(budgets.calls());
        Session session = new Session(
                committee.network(),
                Keyring.of(committee.alice()),
                CoordinatorClient.of(http, coordinator.url(), () -> "token"),
                new NodeClient(http),
                budgets,
                TestCommittee.NO_EVIDENCE,
                new SetClock(),
                TestCommittee.RANDOM);
        return new OpenContainer(session, new NewestRegistry(session));
    }

    private final class SetClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
