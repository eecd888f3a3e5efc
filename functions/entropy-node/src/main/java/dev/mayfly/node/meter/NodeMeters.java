package dev.mayfly.node.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** A node's counters. */
@Singleton
public final class NodeMeters {
    private final Counter contributed;
    private final Counter held;
    private final Counter released;
    private final Timer shareLag;
    private final Timer keyLag;
    private final Counter failed;

    /** Counts into a registry. */
    public NodeMeters(MeterRegistry meters) {
        this.contributed = meters.counter("mayfly.contributions.made");
        this.held = meters.counter("mayfly.shares.held");
        this.released = meters.counter("mayfly.shares.released");
        this.shareLag = meters.timer("mayfly.share.erasure.lag");
        this.keyLag = meters.timer("mayfly.epoch.key.erasure.lag");
        this.failed = meters.counter("mayfly.erasures.failed");
    }

    /** It contributed to a container. */
    public void contributed() {
        contributed.increment();
    }

    /** It keeps a share that it did not keep before. */
    public void held() {
        held.increment();
    }

    /** It gave a share to a party. */
    public void released() {
        released.increment();
    }

    /** It erased a share whose container's time had been over for so many seconds; not at all, when a party ended it. */
    public void shareErased(long seconds) {
        shareLag.record(Duration.ofSeconds(Math.max(0, seconds)));
    }

    /** It deleted the key of an epoch that had been over for so many seconds. */
    public void epochKeyErased(long seconds) {
        keyLag.record(Duration.ofSeconds(Math.max(0, seconds)));
    }

    /** Something overdue could not be erased, and will be tried again. */
    public void eraseFailed() {
        failed.increment();
    }
}
