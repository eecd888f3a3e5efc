package dev.mayfly.domain.wire;

import dev.mayfly.crypto.Bytes;

/**
 * Requests and replies of an entropy node's functions, each {@code POST /v1/<name>}. A node takes no tokens: what it is
 * asked is signed by the container's access key, what it answers by its own key; only an erasure may be asked for by anyone.
 */
public final class NodeApi {
    private NodeApi() {}

    /** Request of {@code contribute}: a {@code contribute} statement with the container's fields, its draw and a one-time key. */
    public record Contribute(String statement) {}

    /** Reply of {@code contribute}: the public contribution, and its secret opening sealed to the one-time key. */
    public record Contributed(String contribution, Bytes sealed) {}

    /**
     * Request of {@code deposit}.
     *
     * @param container the container's fields, canonical bytes
     * @param proof VRF proof of the draw, 81 bytes
     * @param dealing {@code dealing} statement by the access key
     * @param share this node's share, sealed to the epoch key it contributed with
     */
    public record Deposit(Bytes container, Bytes proof, String dealing, Bytes share) {}

    /** Reply of {@code deposit}: the {@code holding} statement. */
    public record Held(String holding) {}

    /** Request of {@code release}: a {@code release-request} statement. */
    public record Release(String statement) {}

    /** Reply of {@code release}: a {@code release} statement with the share sealed to the request's one-time key. */
    public record Released(String release) {}

    /** Request of {@code end}: the access key's {@code end} statement. */
    public record End(String statement) {}

    /** Request of {@code erasure}: what became of a share; public, since the answer goes on the ledger. */
    public record AskErasure(Bytes containerId) {}

    /** Reply of {@code end} and {@code erasure}: the {@code erasure} statement; the same one when asked again. */
    public record Erased(String erasure) {}
}
