package dev.mayfly.transport;

import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.NodeApi;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Entropy nodes' functions. They answer in their own time: a party asks many at once. */
public final class NodeClient {
    private final HttpJson http;

    /** Calls nodes where the registry says they are. */
    public NodeClient(HttpJson http) {
        this.http = http;
    }

    /** The same nodes, for calls that together have to be over at a deadline. */
    public NodeClient until(Deadline deadline) {
        return new NodeClient(http.until(deadline));
    }

    /** When all calls through this have to be over. */
    public Deadline deadline() {
        return http.deadline();
    }

    /** {@code POST /v1/contribute}. */
    public CompletableFuture<NodeApi.Contributed> contribute(NodeRecord node, NodeApi.Contribute request) {
        return post(node, "contribute", request, NodeApi.Contributed.class);
    }

    /** {@code POST /v1/deposit}. */
    public CompletableFuture<NodeApi.Held> deposit(NodeRecord node, NodeApi.Deposit request) {
        return post(node, "deposit", request, NodeApi.Held.class);
    }

    /** {@code POST /v1/release}. */
    public CompletableFuture<NodeApi.Released> release(NodeRecord node, NodeApi.Release request) {
        return post(node, "release", request, NodeApi.Released.class);
    }

    /** {@code POST /v1/end}. */
    public CompletableFuture<NodeApi.Erased> end(NodeRecord node, NodeApi.End request) {
        return post(node, "end", request, NodeApi.Erased.class);
    }

    /** {@code POST /v1/erasure}. */
    public CompletableFuture<NodeApi.Erased> erasure(NodeRecord node, NodeApi.AskErasure request) {
        return post(node, "erasure", request, NodeApi.Erased.class);
    }

    private <T> CompletableFuture<T> post(NodeRecord node, String name, Object request, Class<T> type) {
        return http.post(HttpJson.function(node.url(), name), Optional.empty(), request, type);
    }
}
