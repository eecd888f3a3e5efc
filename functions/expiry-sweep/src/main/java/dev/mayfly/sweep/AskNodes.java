package dev.mayfly.sweep;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.transport.NodeClient;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Tells nodes of an end and takes what they sign; only what verifies counts. All of them are asked at once. */
final class AskNodes {
    private static final Logger LOG = Logger.getLogger(AskNodes.class);

    private final NodeClient nodes;

    AskNodes(NodeClient nodes) {
        this.nodes = nodes;
    }

    /**
     * The erasures of those nodes that have one.
     *
     * @param asked nodes by rank
     * @param end a party's word to them; without it they are asked whether the time is over for them too
     */
    SortedMap<Integer, String> ask(
            Map<Integer, NodeRecord> asked,
            DrawnContainer container,
            QuorumCertificate certificate,
            Optional<String> end) {
        Map<Integer, CompletableFuture<NodeApi.Erased>> answers = new TreeMap<>();
        asked.forEach((rank, node) -> answers.put(rank, askOne(node, container.id(), end)));
        SortedMap<Integer, String> erasures = new TreeMap<>();
        answers.forEach((rank, answer) ->
                verified(rank, answer, container, certificate).ifPresent(erasure -> erasures.put(rank, erasure)));
        return erasures;
    }

    private CompletableFuture<NodeApi.Erased> askOne(NodeRecord node, Bytes containerId, Optional<String> end) {
        return end.map(word -> nodes.end(node, new NodeApi.End(word)))
                .orElseGet(() -> nodes.erasure(node, new NodeApi.AskErasure(containerId)));
    }

    private static Optional<String> verified(
            int rank,
            CompletableFuture<NodeApi.Erased> answer,
            DrawnContainer container,
            QuorumCertificate certificate) {
        try {
            String erasure = answer.join().erasure();
            return Erasure.verify(erasure, container, certificate).rank() == rank
                    ? Optional.of(erasure)
                    : Optional.empty();
        } catch (RejectedException rejected) {
            LOG.warnf("The erasure of rank %d of %s is not one: %s", rank, container.id(), rejected.getMessage());
            return Optional.empty();
        } catch (RuntimeException unanswered) {
            return Optional.empty();
        }
    }
}
