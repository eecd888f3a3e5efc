package dev.mayfly.node.share;

import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.node.meter.NodeMeters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The node's own run: deletes overdue epoch keys, then erases every share whose container has expired by this node's clock,
 * told or not. What fails is left for the next run and stops nothing else.
 */
@Singleton
public final class EraseExpired {
    private static final int BATCH = 100;
    private static final Logger LOG = Logger.getLogger(EraseExpired.class);

    /**
     * What a run did.
     *
     * @param epochKeys epoch keys deleted
     * @param shares shares erased
     * @param failures attempts that failed
     */
    public record Run(int epochKeys, int shares, int failures) {
        private Run plus(Run other) {
            return new Run(epochKeys + other.epochKeys, shares + other.shares, failures + other.failures);
        }
    }

    private final ShareStore shares;
    private final EraseShare eraseShare;
    private final EpochKeys epochKeys;
    private final NodeMeters meters;
    private final Clock clock;

    EraseExpired(ShareStore shares, EraseShare eraseShare, EpochKeys epochKeys, NodeMeters meters, Clock clock) {
        this.shares = shares;
        this.eraseShare = eraseShare;
        this.epochKeys = epochKeys;
        this.meters = meters;
        this.clock = clock;
    }

    /** Erases all that is due now. */
    public Run run() {
        Run total = deleteKeys();
        Run batch;
        do {
            List<HeldShare> due = shares.due(clock.instant().getEpochSecond(), BATCH);
            batch = eraseAll(due);
            total = total.plus(batch);
            // A short batch was the last; one that only failed would come back the same.
        } while (batch.shares + batch.failures == BATCH && batch.shares > 0);
        return total;
    }

    private Run deleteKeys() {
        try {
            return new Run(epochKeys.deleteOverdue(), 0, 0);
        } catch (RuntimeException failed) {
            meters.eraseFailed();
            LOG.error("Overdue epoch keys could not be deleted; the next call or run tries again", failed);
            return new Run(0, 0, 1);
        }
    }

    private Run eraseAll(List<HeldShare> due) {
        int erased = 0;
        for (HeldShare share : due) {
            erased += erase(share) ? 1 : 0;
        }
        return new Run(0, erased, due.size() - erased);
    }

    private boolean erase(HeldShare share) {
        try {
            eraseShare.erase(share);
            return true;
        } catch (RuntimeException failed) {
            meters.eraseFailed();
            LOG.error("A share that is due could not be erased; the next run tries again", failed);
            return false;
        }
    }
}
