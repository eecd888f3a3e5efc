package dev.mayfly.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep counts, as it leaves it in its file. */
@ExtendWith(LocalDynamo.class)
class MetricsTest {
    @TempDir
    Path folder;

    private final World world;
    private final Life life;

    MetricsTest(World world) {
        this.world = world;
        this.life = new Life(world);
    }

    @Test
    void run_leavesWhatItDidAndHowLateItWas() throws Exception {
        TestContainer answered = life.active();
        world.clock().set(answered.expiresAt() + 12);

        run();

        assertThat(lines())
                .contains(
                        "mayfly_sweep_runs_total 1.0",
                        "mayfly_containers_ended_total{end=\"expired\"} 1.0",
                        "mayfly_erasures_recorded_total 5.0",
                        "mayfly_sweep_failures_total 0.0",
                        "mayfly_sweep_lag_seconds 12.0",
                        "mayfly_sweep_unsettled 0.0");
        assertThat(String.join("\n", lines()))
                .doesNotContain(answered.id().toBase64Url())
                .doesNotContain("node-");
    }

    @Test
    void run_countsContainersWhoseNodesHaveNotAllAnswered() throws Exception {
        TestContainer container = life.active();
        world.nodes().get(0).close();
        world.clock().set(container.expiresAt());

        run();
        assertThat(lines()).contains("mayfly_erasures_recorded_total 4.0", "mayfly_sweep_unsettled 1.0");

        run();
        assertThat(lines()).contains("mayfly_sweep_runs_total 2.0", "mayfly_sweep_unsettled 0.0");
    }

    private void run() {
        world.meters().ran(world.sweep().run());
        new MetricsFile(Optional.of(folder.resolve("sweep.prom")), world.metrics()).write();
    }

    private Iterable<String> lines() throws Exception {
        assertThat(folder).isDirectoryContaining("glob:**/sweep.prom").isDirectoryNotContaining("glob:**/*.new");
        return Files.readAllLines(folder.resolve("sweep.prom"));
    }
}
