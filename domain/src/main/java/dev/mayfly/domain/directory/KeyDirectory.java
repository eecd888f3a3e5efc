package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.KeyEntry;

/**
 * The coordinator's directory of users' keys, by key index. Every change stands on the ledger as well, in one transaction. What
 * a change answers is what is kept afterwards, whoever wrote it; that a place's predecessor is the newest version's digest is
 * for the caller to know.
 */
public interface KeyDirectory {
    /** What is kept of a user. */
    KeyHistory find(Bytes index);

    /**
     * Records a version if its place is free, the version before is there, and no reset of that one is due.
     *
     * @param now seconds since the epoch, the entry's time
     */
    KeyHistory registerIfNext(Registration registration, long now);

    /**
     * Records a request if its place is free, the version before is there, no other reset of that one waits, and these keys
     * with this salt are not the ones of a reset that was cancelled last: no repetition brings that one back.
     *
     * @param now seconds since the epoch, the entry's time
     */
    KeyHistory requestResetIfNoneWaits(ResetRequest request, long now);

    /**
     * Cancels a reset if it is the one that waits and is not due.
     *
     * @param now seconds since the epoch, the entry's time
     */
    KeyHistory cancelResetIfWaiting(ResetRequest waiting, KeyEntry.KeysResetCancelled entry, long now);

    /**
     * Puts a reset into force if it is the one that waits and is due.
     *
     * @param now seconds since the epoch, the entry's time
     */
    KeyHistory resetIfDue(ResetRequest waiting, long now);
}
