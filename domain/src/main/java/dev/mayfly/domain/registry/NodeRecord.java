package dev.mayfly.domain.registry;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.network.HttpUrl;
import java.net.URI;

/**
 * One entropy node.
 *
 * @param id its name in the network, unique
 * @param operator who runs it; a committee has at most one node per operator
 * @param url where its functions are
 * @param signingKey signs what the node answers
 * @param witnessKey Ed25519 public key, 32 bytes, with which the node will cosign checkpoints
 */
public record NodeRecord(String id, String operator, URI url, SigningPublicKey signingKey, Bytes witnessKey) {
    private static final String LABEL = "mayfly/v1/node";

    /** {@code encode("mayfly/v1/node", id, operator, url, signingKey, witnessKey)}. */
    public Bytes encoded() {
        return Encoder.of(LABEL)
                .text(id)
                .text(operator)
                .text(url.toString())
                .bytes(signingKey.bytes())
                .bytes(witnessKey)
                .toBytes();
    }

    /** The record whose {@link #encoded()} this is. */
    public static NodeRecord decode(Bytes encoded) throws RejectedException {
        Decoder in = Decoder.of(LABEL, encoded);
        NodeRecord node = new NodeRecord(
                in.text(),
                in.text(),
                HttpUrl.parse(in.text(), "nodes"),
                SigningPublicKey.parse(in.bytes(33)),
                in.bytes(32));
        in.end();
        if (node.id.isEmpty() || node.operator.isEmpty()) {
            throw new RejectedException("nodes", "a node has an id and an operator");
        }
        return node;
    }
}
