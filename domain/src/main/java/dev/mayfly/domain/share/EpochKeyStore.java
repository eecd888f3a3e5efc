package dev.mayfly.domain.share;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import java.util.List;
import java.util.Optional;

/**
 * A node's epoch keys: one HPKE key for all shares that end in one epoch, so that all of them are gone at once when the key
 * is. A private half is read for one call and closed by the caller, never cached. Times are seconds since the epoch.
 */
public interface EpochKeyStore {
    /**
     * Keeps {@code fresh} as the key of the epoch ending at {@code epochEnd} unless there is one; returns the one that is
     * kept. That the epoch is not over is for the caller to know.
     */
    HpkePrivateKey createIfAbsent(long epochEnd, HpkePrivateKey fresh);

    /** The key of an epoch; empty when it never was or is deleted. */
    Optional<HpkePrivateKey> find(long epochEnd);

    /** Deletes every key whose epoch is over at {@code now} ({@code epochEnd <= now}); returns when those epochs ended. */
    List<Long> deleteOverdue(long now);
}
