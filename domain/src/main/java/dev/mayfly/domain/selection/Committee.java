package dev.mayfly.domain.selection;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The nodes of one container in the order of the draw.
 *
 * @param ranked rank 1 first: n members, then those who stand by
 * @param size n, the number of members
 */
public record Committee(List<NodeRecord> ranked, int size) {
    /** Never shorter than its members. */
    public Committee {
        ranked = List.copyOf(ranked);
        if (ranked.size() < size) {
            throw new IllegalArgumentException("a committee has all its members");
        }
    }

    /**
     * Orders a registry by {@code SHA-256(encode("mayfly/v1/rank", beta, nodeId))}, ascending, and takes the first node of
     * each operator until {@code size} members and {@code standbys} more are found.
     *
     * @return empty when the registry has fewer operators than {@code size}
     */
    public static Optional<Committee> draw(Bytes beta, Registry registry, int size, int standbys) {
        List<NodeRecord> ranked = new ArrayList<>();
        Set<String> operators = new HashSet<>();
        for (NodeRecord node : inDrawOrder(beta, registry)) {
            if (ranked.size() < size + standbys && operators.add(node.operator())) {
                ranked.add(node);
            }
        }
        return ranked.size() < size ? Optional.empty() : Optional.of(new Committee(ranked, size));
    }

    /** The node at a rank, counted from 1; empty when there is none. */
    public Optional<NodeRecord> at(int rank) {
        return rank >= 1 && rank <= ranked.size() ? Optional.of(ranked.get(rank - 1)) : Optional.empty();
    }

    /** Rank of a node, counted from 1; empty when it was not drawn. */
    public Optional<Integer> rankOf(String nodeId) {
        return IntStream.range(0, ranked.size())
                .filter(i -> ranked.get(i).id().equals(nodeId))
                .mapToObj(i -> i + 1)
                .findFirst();
    }

    /** Node ids by rank, members first. */
    public List<String> ids() {
        return ranked.stream().map(NodeRecord::id).toList();
    }

    private static List<NodeRecord> inDrawOrder(Bytes beta, Registry registry) {
        record Ranked(Bytes rank, NodeRecord node) {}
        return registry.nodes().stream()
                .map(node -> new Ranked(rank(beta, node.id()), node))
                .sorted(Comparator.comparing(Ranked::rank))
                .map(Ranked::node)
                .toList();
    }

    private static Bytes rank(Bytes beta, String nodeId) {
        return Encoder.of("mayfly/v1/rank").bytes(beta).text(nodeId).sha256();
    }
}
