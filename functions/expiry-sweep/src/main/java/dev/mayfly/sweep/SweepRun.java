package dev.mayfly.sweep;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** One run as it is configured, and a line in the log and in the metrics about what it did. */
@Singleton
class SweepRun {
    private static final Logger LOG = Logger.getLogger(SweepRun.class);

    private final SweepDue sweep;
    private final SweepMeters meters;
    private final MetricsFile metricsFile;
    private final SweepConfig config;

    SweepRun(SweepDue sweep, SweepMeters meters, MetricsFile metricsFile, SweepConfig config) {
        this.sweep = sweep;
        this.meters = meters;
        this.metricsFile = metricsFile;
        this.config = config;
    }

    SweepDue.Run run() {
        SweepDue.Run run = config.dryRun() ? sweep.count() : sweep.run();
        if (run.due() > 0) {
            LOG.infof("%s%s", config.dryRun() ? "Dry run: " : "", run);
        }
        meters.ran(run);
        metricsFile.write();
        return run;
    }
}
