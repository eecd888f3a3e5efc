package dev.mayfly.sweep;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Starts a run every so often, one at a time, and says what it did. */
@Singleton
class SweepSchedule {
    private static final Logger LOG = Logger.getLogger(SweepSchedule.class);

    private final SweepDue sweep;
    private final SweepConfig config;

    SweepSchedule(SweepDue sweep, SweepConfig config) {
        this.sweep = sweep;
        this.config = config;
    }

    @Scheduled(every = "${mayfly.sweep.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        SweepDue.Run run = config.dryRun() ? sweep.count() : sweep.run();
        if (run.due() > 0) {
            LOG.infof("%s%s", config.dryRun() ? "Dry run: " : "", run);
        }
    }
}
