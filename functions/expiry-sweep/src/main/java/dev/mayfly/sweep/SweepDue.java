package dev.mayfly.sweep;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DueContainers;
import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.role.log.LoggedRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;

/**
 * One run over everything that is due, in bounded batches, so many containers of a batch at once. A run that is cut off is
 * resumed by the next: what was done is no longer due. What fails stops nothing else, and is due again.
 */
public final class SweepDue {
    private static final int BATCH = 100;
    private static final Logger LOG = Logger.getLogger(SweepDue.class);

    private final DueContainers dueContainers;
    private final ContainerStore containers;
    private final SweepContainer sweepContainer;
    private final Pace pace;
    private final Clock clock;
    private volatile boolean stopped;

    SweepDue(
            DueContainers dueContainers,
            ContainerStore containers,
            SweepContainer sweepContainer,
            Pace pace,
            Clock clock) {
        this.dueContainers = dueContainers;
        this.containers = containers;
        this.sweepContainer = sweepContainer;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * What a run found and did.
     *
     * @param due containers looked at
     * @param expired ends recorded
     * @param settled containers with nothing left to do
     * @param failures containers for which something failed
     * @param lagSeconds how long the one that waited longest had been over before its end was recorded
     */
    public record Run(int due, int expired, int settled, int failures, long lagSeconds) {
        private static final Run NOTHING = new Run(0, 0, 0, 0, 0);

        private Run plus(Run other) {
            return new Run(
                    due + other.due,
                    expired + other.expired,
                    settled + other.settled,
                    failures + other.failures,
                    Math.max(lagSeconds, other.lagSeconds));
        }

        /** For the log. */
        @Override
        public String toString() {
            return "due %d expired %d settled %d failed %d lag %d"
                    .formatted(due, expired, settled, failures, lagSeconds);
        }
    }

    /** Sweeps until nothing is due that this run has not looked at, or its budget is spent. */
    public Run run() {
        Instant spent = clock.instant().plus(pace.budget());
        ExecutorService threads = Executors.newFixedThreadPool(pace.parallel(), forRun());
        try {
            Run total = Run.NOTHING;
            SilentNodes silent = new SilentNodes();
            Set<Bytes> seen = new HashSet<>();
            List<Bytes> batch = stopped ? List.of() : next(seen);
            while (!batch.isEmpty()) {
                total = total.plus(sweepAll(batch, silent, threads));
                batch = !stopped && clock.instant().isBefore(spent) ? next(seen) : List.of();
            }
            return total;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Has the run that is going on end with its batch, and any later one do nothing. */
    void stop() {
        stopped = true;
    }

    /** What a thread of a run logs and asks is about the run, as what its first thread does. */
    private static ThreadFactory forRun() {
        Optional<RequestId> id = LoggedRequest.current();
        return task -> new Thread(() -> {
            id.ifPresent(LoggedRequest::begin);
            task.run();
        });
    }

    /** Whatever failed, or is due again before the run is over, must not crowd out the rest. */
    private List<Bytes> next(Set<Bytes> seen) {
        return dueContainers.due(now(), BATCH + seen.size()).stream()
                .filter(seen::add)
                .toList();
    }

    private Run sweepAll(List<Bytes> batch, SilentNodes silent, ExecutorService threads) {
        List<CompletableFuture<Run>> sweeping = batch.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> sweep(id, silent), threads))
                .toList();
        try {
            return sweeping.stream().map(CompletableFuture::join).reduce(Run.NOTHING, Run::plus);
        } catch (CompletionException cutOff) {
            if (cutOff.getCause() instanceof Error error) {
                throw error;
            }
            throw cutOff;
        }
    }

    /** What a run would look at now, at most one batch; changes nothing. */
    public Run count() {
        long now = now();
        return dueContainers.due(now, BATCH).stream().map(id -> look(id, now)).reduce(Run.NOTHING, Run::plus);
    }

    private Run look(Bytes id, long now) {
        try {
            long lag = containers
                    .find(id)
                    .filter(container -> !container.state().isEnd())
                    .map(container -> Math.max(0, now - container.overAt()))
                    .orElse(0L);
            return new Run(1, 0, 0, 0, lag);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "A container could not be looked at: %s", id);
            return new Run(1, 0, 0, 1, 0);
        }
    }

    private Run sweep(Bytes id, SilentNodes silent) {
        try {
            SweepContainer.Outcome outcome = sweepContainer.sweep(id, silent);
            return new Run(1, outcome.expired() ? 1 : 0, outcome.settled() ? 1 : 0, 0, outcome.lagSeconds());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "A container could not be swept; the next run tries again: %s", id);
            return new Run(1, 0, 0, 1, 0);
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
