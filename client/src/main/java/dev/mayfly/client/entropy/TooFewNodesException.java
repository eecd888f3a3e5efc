package dev.mayfly.client.entropy;

import java.util.Map;
import java.util.TreeMap;

/** Fewer nodes did what was asked than are needed. */
public final class TooFewNodesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int have;
    private final int need;
    private final int total;
    private final transient Map<String, String> failures;

    TooFewNodesException(String what, int have, int need, int total, Map<String, String> failures) {
        super("%d of %d nodes %s where %d are needed: %s".formatted(have, total, what, need, new TreeMap<>(failures)));
        this.have = have;
        this.need = need;
        this.total = total;
        this.failures = Map.copyOf(failures);
    }

    /** Nodes that did it. */
    public int have() {
        return have;
    }

    /** Nodes that would have been enough. */
    public int need() {
        return need;
    }

    /** Nodes that were asked. */
    public int total() {
        return total;
    }

    /** Why each of the others did not, by node id. */
    public Map<String, String> failures() {
        return failures;
    }
}
