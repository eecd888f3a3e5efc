package dev.mayfly.sweep;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** In a process of its own: starts a run every so often, one at a time. */
@Singleton
class SweepSchedule {
    private final SweepRun run;

    SweepSchedule(SweepRun run) {
        this.run = run;
    }

    @Scheduled(every = "${mayfly.sweep.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        run.run();
    }
}
