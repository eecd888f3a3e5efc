package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.network.Threshold;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.sweep.SweepDue;
import dev.mayfly.testbed.role.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many containers one sweep is done with in a second when all of them end at once: active ones of five nodes, which it asks
 * over HTTP. {@code -Dmayfly.sweep.containers=500} measures; {@code docs/benchmarks.md} has the figures.
 */
@ExtendWith(LocalDynamo.class)
class SweepThroughputTest {
    private static final int CONTAINERS = Integer.getInteger("mayfly.sweep.containers", 20);
    private static final Duration LIFETIME = Duration.ofHours(6);
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);

    @Test
    void run_isDoneWithEverythingThatEndedAtOnce(DynamoDbLocal engine) throws Exception {
        try (Testbed testbed = Testbed.start(engine.endpoint(), Plan.USUAL);
                Person alice = testbed.person("alice");
                Person bob = testbed.person("bob")) {
            for (int i = 0; i < CONTAINERS; i++) {
                alice.send(bob, "unread", LIFETIME, THREE_OF_FIVE);
            }
            testbed.clocks().forward(LIFETIME);

            Instant end = Instant.ofEpochSecond(testbed.clocks().seconds());
            Clock running = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), end));
            SweepDue sweep = testbed.sweep(running);
            long start = System.nanoTime();
            SweepDue.Run run = sweep.run();
            double seconds = (System.nanoTime() - start) / 1e9;

            System.out.printf(
                    "sweep: %d containers of %s in %.1f s, %.1f a second, lag %d s%n",
                    run.settled(), THREE_OF_FIVE, seconds, run.settled() / seconds, run.lagSeconds());
            assertThat(run).isEqualTo(new SweepDue.Run(CONTAINERS, CONTAINERS, CONTAINERS, 0, run.lagSeconds()));
            assertThat(testbed.violations()).isEmpty();
        }
    }
}
