package dev.mayfly.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.container.ContainerState;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What fails stops nothing else, and what was cut off is resumed. */
@ExtendWith(LocalDynamo.class)
class RobustnessTest {
    private static final SweepDue.Run NOTHING = new SweepDue.Run(0, 0, 0, 0, 0);

    private final World world;
    private final Life life;

    RobustnessTest(World world) {
        this.world = world;
        this.life = new Life(world);
    }

    @Test
    void run_sweepsTheOthersWhenOnesRegistryIsGone() {
        TestContainer before = life.active();
        world.publishRegistry(2);
        TestContainer orphan = life.active();
        TestContainer after = life.revoked();
        world.tampering().losesRegistry(2);
        world.clock().set(orphan.expiresAt());

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(3, 1, 1, 2, 0));
        assertThat(world.isDueEver(before)).isFalse();
        assertThat(world.entries(orphan)).as("its end needs no registry").endsWith("CONTAINER_EXPIRED");
        assertThat(world.isDue(after, world.clock().seconds())).isTrue();
    }

    @Test
    void run_sweepsTheOthersWhenOneCannotBeRead() {
        TestContainer broken = life.opening();
        List<TestContainer> others =
                IntStream.range(0, 5).mapToObj(i -> life.opening()).toList();
        world.tampering().breaks(broken);
        afterOpening();

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(6, 5, 5, 1, 0));
        assertThat(world.sweep().run()).as("tried again").isEqualTo(new SweepDue.Run(1, 0, 0, 1, 0));
        assertThat(others)
                .allSatisfy(other -> assertThat(world.isDueEver(other)).isFalse());
    }

    @Test
    void run_reachesTheRestWhenMoreThanABatchFails() {
        List<TestContainer> broken =
                IntStream.range(0, 130).mapToObj(i -> life.opening()).toList();
        broken.forEach(world.tampering()::breaks);
        IntStream.range(0, 20).forEach(i -> life.opening());
        afterOpening();

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(150, 20, 20, 130, 0));
    }

    @Test
    void run_reachesTheRestWhenMoreThanABatchIsDueAgainAtOnce() {
        world.nodes().forEach(TestNode::isSilent);
        IntStream.range(0, 120).forEach(i -> life.active(Life.TWO_OF_THREE, Life.TWO_OF_THREE.n()));
        world.clock().forward(Life.TIME);

        SweepDue impatient = world.sweep(new Patience(Duration.ZERO, World.PATIENCE.retention()));

        assertThat(impatient.run()).isEqualTo(new SweepDue.Run(120, 120, 0, 0, 0));
    }

    @Test
    void run_waitsForASilentNodeOnceWhenManyContainersAreItsToo() throws Exception {
        List<TestContainer> all =
                IntStream.range(0, 12).mapToObj(i -> life.active()).toList();
        world.clock().set(all.get(11).expiresAt());
        TestNode hanging = world.nodes().get(0);
        CountDownLatch end = new CountDownLatch(1);
        hanging.answers(asked -> silenceAfter(end));

        SweepDue.Run run = world.sweep().run();
        end.countDown();

        assertThat(run).isEqualTo(new SweepDue.Run(12, 12, 0, 0, 0));
        assertThat(hanging.requests()).hasSizeBetween(1, World.PACE.parallel());
        assertThat(all)
                .allSatisfy(
                        container -> assertThat(world.trail(container).erased()).isEqualTo(4));
    }

    @Test
    void run_leavesTheRestToTheNextWhenItsBudgetIsSpent() {
        IntStream.range(0, 130).forEach(i -> life.opening());
        afterOpening();
        Duration eachReading = World.PACE.budget().dividedBy(3);

        SweepDue slow = world.sweep(ticking(eachReading));

        assertThat(slow.run().due()).isEqualTo(100);
        assertThat(slow.run().due()).isEqualTo(30);
    }

    @Test
    void count_saysWhatIsDueWhenOneCannotBeRead() {
        TestContainer broken = life.opening();
        life.opening();
        world.tampering().breaks(broken);
        afterOpening();

        assertThat(world.sweep().count()).isEqualTo(new SweepDue.Run(2, 0, 0, 1, 0));
    }

    @Test
    void run_isResumedWhereverItsClockFailed() {
        for (int reading = 1; reading <= 6; reading++) {
            IntStream.range(0, 3).forEach(i -> life.opening());
            afterOpening();
            runUntilCut(world.sweep(failingAt(reading)));

            world.sweep().run();
            assertThat(world.sweep().run()).isEqualTo(NOTHING);
        }
        assertThat(world.verified().containers())
                .hasSize(18)
                .allSatisfy(trail -> assertThat(trail.state()).isEqualTo(ContainerState.EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void run_isResumedWhereverThePowerWasCut(boolean afterEffect) {
        assertThat(resumed(afterEffect, Accident.PowerCut::new)).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void run_isResumedWhicheverCallToTheDatabaseFailed(boolean afterEffect) {
        assertThat(resumed(afterEffect, RobustnessTest::deadLine)).isGreaterThan(10);
    }

    /** Fails each call of a sweep in turn, one a sweep, and how many there were. */
    private int resumed(boolean afterEffect, Supplier<? extends Throwable> cause) {
        for (int call = 1; ; call++) {
            TestContainer container = life.active(Life.TWO_OF_THREE, Life.TWO_OF_THREE.n());
            world.clock().set(container.expiresAt());
            Accident accident = new Accident(call, afterEffect, cause);
            runUntilCut(world.sweep(accident));

            world.clock().forward(World.PATIENCE.retry());
            world.sweep().run();

            assertThat(world.entries(container))
                    .as("call %d", call)
                    .containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED", "CONTAINER_EXPIRED", "SHARES_ERASED");
            assertThat(world.trail(container).erased()).isEqualTo(3);
            assertThat(world.isDueEver(container)).as("call %d", call).isFalse();
            if (!accident.happened()) {
                return call - 1;
            }
        }
    }

    private static void runUntilCut(SweepDue sweep) {
        try {
            sweep.run();
        } catch (Accident.PowerCut | SdkClientException cut) {
            // This process is gone; the next one goes on.
        }
    }

    private static SdkClientException deadLine() {
        return SdkClientException.create("the line is dead", new IOException("reset"));
    }

    private void afterOpening() {
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS));
    }

    private static TestNode.Reply silenceAfter(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return TestNode.Reply.SILENCE;
    }

    /** A clock on which time passes with every reading. */
    private Clock ticking(Duration eachReading) {
        return new ReadClock(() -> {
            world.clock().forward(eachReading);
            return world.clock().instant();
        });
    }

    private Clock failingAt(int reading) {
        AtomicInteger readings = new AtomicInteger();
        return new ReadClock(() -> {
            if (readings.incrementAndGet() == reading) {
                throw new Accident.PowerCut();
            }
            return world.clock().instant();
        });
    }

    /** A clock that does something when it is read. */
    private static final class ReadClock extends Clock {
        private final Supplier<Instant> reading;

        ReadClock(Supplier<Instant> reading) {
            this.reading = reading;
        }

        @Override
        public Instant instant() {
            return reading.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
