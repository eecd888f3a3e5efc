package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts verified erasures on the ledger, each once, whoever brings them at the same time. */
public final class ErasureRecords {
    private final ContainerStore containers;

    /** Records them in this store. */
    public ErasureRecords(ContainerStore containers) {
        this.containers = containers;
    }

    /**
     * Records those that are new, in one entry.
     *
     * @param erasures verified erasures of an ended container, by rank
     * @param now seconds since the epoch, the entry's time
     * @return every rank that is recorded afterwards
     */
    public Set<Integer> record(Bytes containerId, SortedMap<Integer, String> erasures, long now) {
        SortedMap<Integer, String> missing = new TreeMap<>(erasures);
        Set<Integer> recorded = containers.erasedRanks(containerId);
        missing.keySet().removeAll(recorded);
        while (!missing.isEmpty()) {
            EntryBody.SharesErased entry = new EntryBody.SharesErased(containerId, List.copyOf(missing.values()));
            recorded = containers.recordErasuresIfNew(containerId, Set.copyOf(missing.keySet()), entry, now);
            // Somebody else may have recorded some of them in between: what is still new is tried again.
            if (!missing.keySet().removeAll(recorded)) {
                throw Refusal.of(ErrorCode.CONTAINER_UNKNOWN, "No such container for this caller.");
            }
        }
        return recorded;
    }
}
