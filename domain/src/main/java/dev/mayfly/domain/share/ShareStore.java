package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import java.util.List;
import java.util.Optional;

/** A node's own shares. Times are seconds since the epoch. */
public interface ShareStore {
    /** Keeps a share unless one is kept for its container already, held or erased; returns the one that is kept. */
    HeldShare holdIfFirst(HeldShare share);

    /** What is kept for a container. */
    Optional<HeldShare> find(Bytes containerId);

    /**
     * Erases a share and leaves the tombstone, unless it was erased already.
     *
     * @param erasure the node's statement, kept when this call is the one that erases
     * @return the tombstone, with the statement that was first; empty when nothing is kept for the container
     */
    Optional<HeldShare> eraseIfHeld(Bytes containerId, String erasure);

    /** Shares not yet erased whose container has expired at {@code now}, at most {@code limit}. */
    List<HeldShare> due(long now, int limit);
}
