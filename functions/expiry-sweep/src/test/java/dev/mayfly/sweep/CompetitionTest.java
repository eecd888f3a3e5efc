package dev.mayfly.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.container.ContainerState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sweeps that run at the same time, each as a process of its own, do everything once. */
@ExtendWith(LocalDynamo.class)
class CompetitionTest {
    private static final int SWEEPS = 4;

    private final World world;
    private final Life life;

    CompetitionTest(World world) {
        this.world = world;
        this.life = new Life(world);
    }

    @Test
    void run_recordsEachEndAndEachErasureOnceWhenTwoRunAtOnce() throws Exception {
        List<TestContainer> all =
                IntStream.range(0, 6).mapToObj(i -> life.active()).toList();
        world.clock().set(all.get(5).expiresAt());

        List<SweepDue.Run> runs = together(2);

        assertThat(runs).allSatisfy(run -> assertThat(run.failures()).isZero());
        assertThat(all).allSatisfy(this::endedOnce);
        assertThat(world.sweep().run().due()).isZero();
    }

    @Test
    void run_recordsEachRankOnceWhenSweepsHearDifferentNodes() throws Exception {
        TestContainer container = life.active();
        world.clock().set(container.expiresAt());
        // Each node answers one sweep and leaves the others without: every sweep has an entry of its own to write.
        world.nodes()
                .forEach(node -> node.answers(asked -> node.requests().size() == 1 + node.rank(container) % SWEEPS
                        ? node.honest(asked)
                        : TestNode.Reply.SILENCE));

        List<SweepDue.Run> runs = together(SWEEPS);

        assertThat(runs).allSatisfy(run -> assertThat(run.failures()).isZero());
        assertThat(world.entries(container)).containsOnlyOnce("CONTAINER_EXPIRED");
        assertThat(world.trail(container).erased())
                .isEqualTo(world.containers().erasedRanks(container.id()).size());
    }

    @Test
    void run_expiresEachOpeningContainerOnceWhenManyRunAtOnce() throws Exception {
        List<TestContainer> all =
                IntStream.range(0, 40).mapToObj(i -> life.opening()).toList();
        world.clock().set(world.clock().seconds() + ContainerState.OPENING_SECONDS);

        together(SWEEPS);
        world.sweep().run();

        assertThat(all)
                .allSatisfy(container ->
                        assertThat(world.entries(container)).containsExactly("CONTAINER_CREATED", "CONTAINER_EXPIRED"));
    }

    private void endedOnce(TestContainer container) {
        assertThat(world.entries(container)).containsOnlyOnce("CONTAINER_EXPIRED");
        assertThat(world.trail(container).erased()).isEqualTo(5);
        assertThat(world.isDueEver(container)).isFalse();
    }

    /** What so many sweeps say that begin at the same moment. */
    private List<SweepDue.Run> together(int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<SweepDue.Run>> sweeps = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                SweepDue sweep = world.sweep();
                sweeps.add(() -> {
                    start.await();
                    return sweep.run();
                });
            }
            List<SweepDue.Run> runs = new ArrayList<>();
            for (Future<SweepDue.Run> run : threads.invokeAll(sweeps)) {
                runs.add(run.get(1, TimeUnit.MINUTES));
            }
            return runs;
        } finally {
            threads.shutdownNow();
        }
    }
}
