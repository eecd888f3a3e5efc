package dev.mayfly.sweep;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.UnreachableException;
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
     * @param silent those that are left alone; who does not answer is added
     */
    SortedMap<Integer, String> ask(
            Map<Integer, NodeRecord> asked,
            DrawnContainer container,
            QuorumCertificate certificate,
            Optional<String> end,
            SilentNodes silent) {
        Map<Integer, CompletableFuture<Optional<String>>> answers = new TreeMap<>();
        asked.forEach((rank, node) -> {
            if (!silent.contains(node)) {
                answers.put(
                        rank,
                        askOne(node, container.id(), end)
                                .thenApply(answer -> verified(rank, answer.erasure(), container, certificate))
                                .exceptionally(failed -> none(node, failed, silent)));
            }
        });
        SortedMap<Integer, String> erasures = new TreeMap<>();
        answers.forEach((rank, answer) -> answer.join().ifPresent(erasure -> erasures.put(rank, erasure)));
        return erasures;
    }

    private CompletableFuture<NodeApi.Erased> askOne(NodeRecord node, Bytes containerId, Optional<String> end) {
        return end.map(word -> nodes.end(node, new NodeApi.End(word)))
                .orElseGet(() -> nodes.erasure(node, new NodeApi.AskErasure(containerId)));
    }

    private static Optional<String> verified(
            int rank, String erasure, DrawnContainer container, QuorumCertificate certificate) {
        try {
            return Erasure.verify(erasure, container, certificate).rank() == rank
                    ? Optional.of(erasure)
                    : Optional.empty();
        } catch (RejectedException rejected) {
            LOG.warnf("The erasure of rank %d of %s is not one: %s", rank, container.id(), rejected.getMessage());
            return Optional.empty();
        }
    }

    /** A refusal is an answer: the node's clock may be behind, or its table collected. */
    private static Optional<String> none(NodeRecord node, Throwable failed, SilentNodes silent) {
        if (failed.getCause() instanceof UnreachableException) {
            silent.add(node);
        }
        return Optional.empty();
    }
}
