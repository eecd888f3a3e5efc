package dev.mayfly.sweep;

import dev.mayfly.domain.registry.NodeRecord;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Nodes that did not answer in a run. They are not asked again in it, so that one of them costs it one time-out. */
final class SilentNodes {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    void add(NodeRecord node) {
        ids.add(node.id());
    }

    boolean contains(NodeRecord node) {
        return ids.contains(node.id());
    }
}
