package dev.mayfly.coordinator.meter;

import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.LedgerObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** A coordinator's counters. What is on the ledger is counted when its entry is written, so that a repetition counts once. */
@Singleton
public final class CoordinatorMeters implements LedgerObserver {
    private final Counter opened;
    private final Counter activated;
    private final DistributionSummary margin;
    private final Counter sent;
    private final Counter delivered;
    private final Counter revoked;
    private final Counter erased;
    private final Counter contended;

    /** Counts into a registry. */
    public CoordinatorMeters(MeterRegistry meters) {
        this.opened = meters.counter("mayfly.containers.opened");
        this.activated = meters.counter("mayfly.containers.activated");
        this.margin = meters.summary("mayfly.activation.margin");
        this.sent = meters.counter("mayfly.messages.sent");
        this.delivered = meters.counter("mayfly.containers.ended", "end", "delivered");
        this.revoked = meters.counter("mayfly.containers.ended", "end", "revoked");
        this.erased = meters.counter("mayfly.erasures.recorded");
        this.contended = meters.counter("mayfly.ledger.conflicts");
    }

    @Override
    public void appended(EntryBody body) {
        if (body instanceof EntryBody.ContainerCreated) {
            opened.increment();
        } else if (body instanceof EntryBody.ContainerActivated) {
            activated.increment();
        } else if (body instanceof EntryBody.MessageSent) {
            sent.increment();
        } else if (body instanceof EntryBody.ContainerDelivered) {
            delivered.increment();
        } else if (body instanceof EntryBody.ContainerRevoked) {
            revoked.increment();
        } else if (body instanceof EntryBody.SharesErased shares) {
            erased.increment(shares.erasures().size());
        }
    }

    @Override
    public void contended() {
        contended.increment();
    }

    /** A container became active, and so many of its holders may be lost before nobody can open it. */
    public void activated(int holdersToSpare) {
        margin.record(holdersToSpare);
    }
}
