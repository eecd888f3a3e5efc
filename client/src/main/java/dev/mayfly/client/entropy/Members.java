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
        return ranked(container).headMap(container.committee().size() + 1);
    }

    /** The ranks beyond n. */
    static SortedMap<Integer, NodeRecord> standingBy(DrawnContainer container) {
        return ranked(container).tailMap(container.committee().size() + 1);
    }

    private static SortedMap<Integer, NodeRecord> ranked(DrawnContainer container) {
        SortedMap<Integer, NodeRecord> ranked = new TreeMap<>();
        container.committee().ranked().forEach(node -> ranked.put(ranked.size() + 1, node));
        return ranked;
    }

    /** The given ranks, all of which were drawn. */
    static SortedMap<Integer, NodeRecord> of(DrawnContainer container, Collection<Integer> ranks) {
        SortedMap<Integer, NodeRecord> members = new TreeMap<>();
        ranks.forEach(rank -> members.put(rank, container.committee().at(rank).orElseThrow()));
        return members;
    }
}
