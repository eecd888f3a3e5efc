package dev.mayfly.sweep;

import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.role.log.Figure;
import dev.mayfly.role.log.LoggedRequest;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** One run as it is configured, and a line in the log and in the metrics about what it did. */
@Singleton
class SweepRun {
    private static final Logger LOG = Logger.getLogger(SweepRun.class);

    private final SweepDue sweep;
    private final SweepMeters meters;
    private final MetricsFile metricsFile;
    private final SweepConfig config;
    private final SecureRandom random;
    private final ReentrantLock running = new ReentrantLock();

    SweepRun(SweepDue sweep, SweepMeters meters, MetricsFile metricsFile, SweepConfig config, SecureRandom random) {
        this.sweep = sweep;
        this.meters = meters;
        this.metricsFile = metricsFile;
        this.config = config;
        this.random = random;
    }

    SweepDue.Run run() {
        running.lock();
        try {
            return LoggedRequest.during(RequestId.random(random), this::logged);
        } finally {
            running.unlock();
        }
    }

    /** A batch that was begun is brought to its end before clients and tables go away; what is due then waits. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        sweep.stop();
        if (running.tryLock(config.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
            running.unlock();
        } else {
            LOG.warn("A batch is cut off; the next run goes on");
        }
    }

    private SweepDue.Run logged() {
        SweepDue.Run run = config.dryRun() ? sweep.count() : sweep.run();
        if (run.due() > 0) {
            String line = (config.dryRun() ? "Dry run: " : "") + run;
            new Figure("sweepLagSeconds", run.lagSeconds()).in(() -> LOG.info(line));
        }
        meters.ran(run);
        metricsFile.write();
        return run;
    }
}
