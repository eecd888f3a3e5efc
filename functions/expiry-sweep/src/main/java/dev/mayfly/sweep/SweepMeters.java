package dev.mayfly.sweep;

import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.LedgerObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What a sweep counts; {@code docs/metrics.md} says what each means. */
final class SweepMeters implements LedgerObserver {
    private final Counter runs;
    private final Counter expired;
    private final Counter erased;
    private final Counter failed;
    private final Counter contended;
    private final AtomicLong lag;
    private final AtomicLong unsettled;

    SweepMeters(MeterRegistry meters) {
        this.runs = meters.counter("mayfly.sweep.runs");
        this.expired = meters.counter("mayfly.containers.ended", "end", "expired");
        this.erased = meters.counter("mayfly.erasures.recorded");
        this.failed = meters.counter("mayfly.sweep.failures");
        this.contended = meters.counter("mayfly.ledger.conflicts");
        this.lag = meters.gauge("mayfly.sweep.lag.seconds", new AtomicLong());
        this.unsettled = meters.gauge("mayfly.sweep.unsettled", new AtomicLong());
    }

    @Override
    public void appended(EntryBody body) {
        if (body instanceof EntryBody.ContainerExpired) {
            expired.increment();
        } else if (body instanceof EntryBody.SharesErased shares) {
            erased.increment(shares.erasures().size());
        }
    }

    @Override
    public void contended() {
        contended.increment();
    }

    /** A run is over. */
    void ran(SweepDue.Run run) {
        runs.increment();
        failed.increment(run.failures());
        lag.set(run.lagSeconds());
        unsettled.set(run.due() - run.settled() - run.failures());
    }
}
