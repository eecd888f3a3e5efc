package dev.mayfly.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.container.ContainerState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ends that came by themselves are recorded: when, which, and what a run says of it. */
@ExtendWith(LocalDynamo.class)
class ExpiryTest {
    private static final SweepDue.Run NOTHING = new SweepDue.Run(0, 0, 0, 0, 0);

    private final World world;
    private final Life life;

    ExpiryTest(World world) {
        this.world = world;
        this.life = new Life(world);
    }

    @Test
    void run_leavesAnActiveContainerAloneInItsLastSecond() {
        TestContainer container = life.active();
        world.clock().set(container.expiresAt() - 1);

        assertThat(world.sweep().run()).isEqualTo(NOTHING);
        assertThat(world.state(container)).isEqualTo(ContainerState.ACTIVE);
        assertThat(world.entries(container)).containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED");
    }

    @Test
    void run_expiresAnActiveContainerInTheSecondOfItsEnd() {
        TestContainer container = life.active();
        world.clock().set(container.expiresAt());

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 1, 1, 0, 0));
        assertThat(world.state(container)).isEqualTo(ContainerState.EXPIRED);
        assertThat(world.entries(container))
                .containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED", "CONTAINER_EXPIRED", "SHARES_ERASED");
    }

    @Test
    void run_leavesAnOpeningContainerAloneWhileItMayBecomeActive() {
        TestContainer container = life.opening();
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS - 1));

        assertThat(world.sweep().run()).isEqualTo(NOTHING);
        assertThat(world.state(container)).isEqualTo(ContainerState.OPENING);
    }

    @Test
    void run_expiresAnOpeningContainerAfterItsTimeAndAsksNoNode() {
        TestContainer container = life.opening();
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS));

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 1, 1, 0, 0));
        assertThat(world.entries(container)).containsExactly("CONTAINER_CREATED", "CONTAINER_EXPIRED");
        assertThat(world.isDueEver(container)).isFalse();
        assertThat(world.nodes()).allSatisfy(node -> assertThat(node.requests()).isEmpty());
    }

    @Test
    void run_saysHowLongTheOneWaitedThatWaitedLongest() {
        life.opening();
        world.clock().forward(Duration.ofSeconds(7));
        life.opening();
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS + 5));

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(2, 2, 2, 0, 12));
    }

    @Test
    void run_saysNoLagWhenOnlyNodesHadToBeAsked() {
        life.revoked();
        world.clock().forward(Duration.ofSeconds(30));

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(1, 0, 1, 0, 0));
    }

    @Test
    void run_sweepsMoreThanABatchInOneRun() {
        List<TestContainer> all =
                IntStream.range(0, 230).mapToObj(i -> life.opening()).toList();
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS));

        assertThat(world.sweep().run()).isEqualTo(new SweepDue.Run(230, 230, 230, 0, 0));
        assertThat(world.verified().containers())
                .hasSameSizeAs(all)
                .allSatisfy(trail -> assertThat(trail.state()).isEqualTo(ContainerState.EXPIRED));
        assertThat(world.sweep().run()).isEqualTo(NOTHING);
    }

    @Test
    void run_endsWithItsBatchWhenItIsStopped() {
        IntStream.range(0, 230).forEach(i -> life.opening());
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS));
        AtomicReference<SweepDue> stopped = new AtomicReference<>();
        Accident stop = new Accident(10, true, () -> {
            stopped.get().stop();
            return new IllegalStateException("and one container is left");
        });
        stopped.set(world.sweep(stop));

        assertThat(stopped.get().run().due()).isEqualTo(100);
        assertThat(stop.happened()).isTrue();
        assertThat(stopped.get().run()).isEqualTo(NOTHING);
        assertThat(world.sweep().run().due()).isBetween(130, 131);
    }

    @Test
    void count_saysWhatIsDueAndChangesNothing() {
        TestContainer opening = life.opening();
        TestContainer revoked = life.revoked();
        world.clock().forward(Duration.ofSeconds(ContainerState.OPENING_SECONDS + 9));
        int before = world.entries();

        assertThat(world.sweep().count()).isEqualTo(new SweepDue.Run(2, 0, 0, 0, 9));
        assertThat(world.sweep().count()).isEqualTo(new SweepDue.Run(2, 0, 0, 0, 9));
        assertThat(world.entries()).isEqualTo(before);
        assertThat(world.state(opening)).isEqualTo(ContainerState.OPENING);
        assertThat(world.nodes()).allSatisfy(node -> assertThat(node.requests()).isEmpty());
        assertThat(world.isDue(revoked, world.clock().seconds())).isTrue();
    }

    @Test
    void count_isNothingBeforeAnythingIsDue() {
        life.active();

        assertThat(world.sweep().count()).isEqualTo(NOTHING);
    }
}
