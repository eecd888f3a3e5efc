package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.EntryBody;
import java.util.List;

/**
 * The containers that the expiry sweep has to look at: those whose time is over and not recorded, and those that ended and
 * whose nodes have not all answered for their shares. A container enters by itself, when it is created, activated or ended;
 * only the sweep takes it out. Times are seconds since the epoch.
 */
public interface DueContainers {
    /** Ids of containers that are due at {@code now}, at most {@code limit}. */
    List<Bytes> due(long now, int limit);

    /**
     * Records that a container's time is over, with {@code CONTAINER_EXPIRED}, if it is opening or active and its time to
     * become active, or its life, is over at {@code now}.
     *
     * @return what is kept afterwards; refused with {@code container-unknown} when nothing is kept under the id
     */
    StoredContainer expireIfOver(Bytes containerId, EntryBody.ContainerExpired body, long now);

    /** Makes an ended container due again at {@code when}; changes nothing for one that has not ended or is settled. */
    void postpone(Bytes containerId, long when);

    /** Takes an ended container out for good: there is nothing left to do for it. */
    void settle(Bytes containerId);
}
