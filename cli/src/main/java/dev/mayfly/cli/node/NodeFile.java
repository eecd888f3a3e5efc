package dev.mayfly.cli.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Text;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.network.HttpUrl;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;

/** A node's record as JSON, for people to read and to hand on. The registry holds the same as canonical bytes. */
record NodeFile(String id, String operator, String url, Bytes signingKey, Bytes witnessKey) {
    private static final int WITNESS_KEY_BYTES = 32;

    static NodeFile of(NodeRecord node) {
        return new NodeFile(
                node.id(),
                node.operator(),
                node.url().toString(),
                node.signingKey().bytes(),
                node.witnessKey());
    }

    /**
     * Reads a file.
     *
     * @throws RejectedException when a member is missing, unknown, of the wrong type or no such thing
     */
    static NodeRecord parse(byte[] json) throws RejectedException {
        try {
            NodeFile file = WireJson.mapper().readValue(json, NodeFile.class);
            if (file == null) {
                throw new RejectedException("node file: not of the documented form");
            }
            return file.toRecord();
        } catch (IOException | IllegalArgumentException wrong) {
            throw new RejectedException("node file: not of the documented form");
        }
    }

    byte[] toJson() {
        try {
            return WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a node file is always writable", impossible);
        }
    }

    NodeRecord toRecord() throws RejectedException {
        if (id.isEmpty() || operator.isEmpty() || !Text.isNfc(id) || !Text.isNfc(operator)) {
            throw new RejectedException("a node has an id and an operator, in normalisation form C");
        }
        if (witnessKey.size() != WITNESS_KEY_BYTES) {
            throw new RejectedException("witnessKey", "32 bytes are expected");
        }
        return new NodeRecord(id, operator, HttpUrl.parse(url, "url"), SigningPublicKey.parse(signingKey), witnessKey);
    }
}
