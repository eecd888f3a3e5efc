package dev.mayfly.client.entropy;

import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.registry.NodeRecord;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Nodes of a draw by rank. */
final class Members {
    private Members() {}

    /** Ranks 1 to n. */
    static SortedMap<Integer, NodeRecord> of(DrawnContainer container) {
        SortedMap<Integer, NodeRecord> members = new TreeMap<>();
        for (int rank = 1; rank <= container.committee().size(); rank++) {
            members.put(rank, container.committee().ranked().get(rank - 1));
        }
        return members;
    }

    /** The given ranks, all of which were drawn. */
    static SortedMap<Integer, NodeRecord> of(DrawnContainer container, Collection<Integer> ranks) {
        SortedMap<Integer, NodeRecord> members = new TreeMap<>();
        ranks.forEach(rank -> members.put(rank, container.committee().at(rank).orElseThrow()));
        return members;
    }
}
