package dev.mayfly.client.entropy;

import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.transport.NodeClient;
import java.util.List;
import java.util.SortedMap;

/** Tells every node that may hold a share that the container is over. */
public final class EndShares {
    private final NodeClient nodes;

    /** Tells through {@code nodes}. */
    public EndShares(NodeClient nodes) {
        this.nodes = nodes;
    }

    /** The erasure statements of those who answered, by rank. Nodes that do not answer erase at the container's time. */
    public List<String> end(DrawnContainer container, QuorumCertificate certificate, String end) {
        SortedMap<Integer, NodeRecord> holders =
                Members.of(container, certificate.dealing().contributions().keySet());
        NodeApi.End request = new NodeApi.End(end);
        SortedMap<Integer, String> erasures = new Gathered<String>(
                        (rank, node) -> nodes.end(node, request).thenApply(Checked.checked(answer -> {
                            Erasure.verify(answer.erasure(), container, certificate);
                            return answer.erasure();
                        })),
                        late -> {},
                        nodes.deadline())
                .from(holders, holders.size(), 0)
                .atLeast(0, "erased");
        return List.copyOf(erasures.values());
    }
}
