package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.entropy.AgreedDealing;
import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.role.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever competes for one container: one wins, and everybody is told the truth. */
@ExtendWith(LocalDynamo.class)
class ConcurrencyTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Threshold THRESHOLD = Plan.SMALL.threshold();

    private final Testbed testbed;
    private Person alice;
    private Person bob;

    ConcurrencyTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
    }

    @BeforeEach
    void twoPeople() throws Exception {
        alice = testbed.person("alice");
        bob = testbed.person("bob");
    }

    @AfterEach
    void everythingHolds() {
        assertThat(testbed.violations()).isEmpty();
        alice.close();
        bob.close();
        testbed.close();
    }

    @Test
    void end_isOneAndToldToAllWhenReceiptRevokeAndExpiryCompete() throws Exception {
        for (int round = 0; round < 15; round++) {
            Bytes container = alice.send(bob, "who ends it?", HOUR, THRESHOLD);
            try (FetchedMessage fetched = bob.fetch(container);
                    ReceivedMessage received = bob.client().unseal(fetched);
                    ActiveContainer sent = alice.client().join(alice.waiting(container))) {
                // Over by the sweep's clock and by nobody else's, so that all three may win.
                testbed.clocks()
                        .of("sweep")
                        .set(fetched.container().drawn().fields().expiresAt());

                List<Callable<Optional<String>>> competing = List.of(
                        () -> state(() -> bob.client().confirm(received).state()),
                        () -> state(() -> alice.client().revoke(sent).state()),
                        () -> {
                            testbed.sweep().run();
                            return Optional.empty();
                        });
                List<Optional<String>> told = Together.ask(competing);

                ContainerState end = stateOf(container);
                assertThat(told.get(0).isPresent()).isEqualTo(end == ContainerState.DELIVERED);
                assertThat(told.get(1).isPresent()).isEqualTo(end == ContainerState.REVOKED);
                assertThat(end.isEnd()).isTrue();
                assertThat(alice.client().status(sent)).isEqualTo(end.label());
            }
            testbed.clocks().of("sweep").set(testbed.clocks().seconds());
        }
    }

    @Test
    void container_isActiveUnderOneDealingAtMostWhenTwoAreDeposited() throws Exception {
        for (int round = 0; round < 10; round++) {
            try (OpenedContainer opened =
                    alice.client().open(alice.client().lookUp(bob.keys().user()), HOUR, THRESHOLD)) {
                var first = alice.client().gather(opened);
                var second = alice.client().gather(opened);

                List<Callable<Optional<AgreedDealing>>> competing = List.of(
                        () -> dealt(() -> alice.client().deal(opened, first)),
                        () -> dealt(() -> alice.client().deal(opened, second)));
                List<Optional<AgreedDealing>> dealt = Together.ask(competing);

                List<AgreedDealing> agreed =
                        dealt.stream().flatMap(Optional::stream).toList();
                assertThat(agreed).as("two quorums of three nodes share one").hasSizeLessThanOrEqualTo(1);
                for (AgreedDealing dealing : agreed) {
                    assertThat(alice.client().status(alice.client().activate(opened, dealing)))
                            .isEqualTo("active");
                }
            }
        }
    }

    @Test
    void message_isOneWhenAHundredAreSentIntoOneContainer() throws Exception {
        try (OpenedContainer opened =
                        alice.client().open(alice.client().lookUp(bob.keys().user()), HOUR, THRESHOLD);
                AgreedDealing dealing =
                        alice.client().deal(opened, alice.client().gather(opened))) {
            ActiveContainer active = alice.client().activate(opened, dealing);
            List<Callable<Boolean>> senders = IntStream.range(0, 100)
                    .<Callable<Boolean>>mapToObj(i -> () -> isStored(active, dealing, "message " + i))
                    .toList();

            List<Boolean> stored = Together.ask(senders);

            assertThat(stored).filteredOn(told -> told).hasSize(1);
            try (FetchedMessage fetched = bob.fetch(opened.drawn().id())) {
                assertThat(bob.read(fetched)).isEqualTo("message " + stored.indexOf(true));
            }
        }
    }

    /** What a party is told; nothing for who was too late. */
    private static Optional<String> state(Callable<String> ending) throws Exception {
        try {
            return Optional.of(ending.call());
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.CONTAINER_ENDED);
            return Optional.empty();
        }
    }

    private static Optional<AgreedDealing> dealt(Callable<AgreedDealing> dealing) throws Exception {
        try {
            return Optional.of(dealing.call());
        } catch (TooFewNodesException conflict) {
            assertThat(conflict.failures().values()).allMatch("This node keeps a share of another dealing."::equals);
            return Optional.empty();
        }
    }

    private boolean isStored(ActiveContainer active, AgreedDealing dealing, String text) throws RejectedException {
        try (SecretBytes content = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8))) {
            alice.client().send(active, dealing, content);
            return true;
        } catch (Refusal anotherWasFirst) {
            assertThat(anotherWasFirst.code()).isEqualTo(ErrorCode.MESSAGE_CONFLICT);
            return false;
        }
    }

    private ContainerState stateOf(Bytes container) {
        return testbed.ledger().containers().stream()
                .filter(trail -> trail.containerId().equals(container))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
