package dev.mayfly.domain.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.util.Arrays;

/**
 * A release, with all that is needed to see whether it gives the share that was asked for. Public: besides what is on the ledger
 * it holds what the node itself sealed to a key that is used nowhere else.
 *
 * @param container the container's fields, encoded
 * @param proof VRF proof of its draw, 81 bytes
 * @param registry the admin's statement of the registry it was drawn from
 * @param dealing the {@code dealing} statement
 * @param request the {@code release-request} statement, addressed to the node
 * @param release the node's {@code release} statement
 * @param oneTimeKey scalar of the request's one-time key, 32 bytes, revealed
 */
public record ReleaseEvidence(
        Bytes container,
        Bytes proof,
        String registry,
        String dealing,
        String request,
        String release,
        Bytes oneTimeKey) {
    /** What the file begins with: its format and version. */
    public static final String FORMAT = "mayfly/v1/evidence/release";

    /** The longest file that is looked at, in bytes: three statements of full length. */
    public static final int MAX_BYTES = 1024 * 1024;

    /**
     * Reads a file.
     *
     * @throws RejectedException when it is not, byte for byte, one that {@link #toJson} writes
     */
    public static ReleaseEvidence parse(byte[] json) throws RejectedException {
        try {
            File file = json.length > MAX_BYTES ? null : WireJson.mapper().readValue(json, File.class);
            // The document null is JSON as well, and Jackson gives it back as it came.
            if (file != null
                    && file.evidence.equals(FORMAT)
                    && Arrays.equals(file.content().toJson(), json)) {
                return file.content();
            }
        } catch (IOException notJson) {
            // Said below: whatever stands there, it is no such file.
        }
        throw new RejectedException("evidence", "not a file of the form " + FORMAT);
    }

    /** The file: one JSON object without white space. */
    public byte[] toJson() {
        try {
            return WireJson.mapper().writeValueAsBytes(File.of(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and bytes are always writable", impossible);
        }
    }

    /**
     * What this proves to anybody who trusts the network file.
     *
     * @throws RejectedException when it proves nothing: something in it does not verify, or the release is as it should be
     */
    public Misbehaviour prove(Network network) throws RejectedException {
        DrawnContainer drawn = drawn(network);
        Dealing dealt = Dealing.verify(dealing, drawn);
        Statement<ReleaseRequest> asked = asked(drawn, dealt);
        try (SecretBytes scalar = SecretBytes.copyOf(oneTimeKey.toByteArray());
                HpkePrivateKey key = HpkePrivateKey.parse(scalar)) {
            if (!key.publicKey().equals(asked.claims().oneTimeKey())) {
                throw new RejectedException("oneTimeKey", "the request names another one-time key");
            }
            return ReleaseCheck.of(drawn, dealt, asked).misbehaviour(release, key);
        }
    }

    private DrawnContainer drawn(Network network) throws RejectedException {
        Registry nodes = Registry.verify(registry, network);
        try {
            return DrawnContainer.verify(ContainerFields.decode(container), proof, network, nodes);
        } catch (Refusal tooFewOperators) {
            throw new RejectedException("registry", "the registry has too few operators for the container");
        }
    }

    private Statement<ReleaseRequest> asked(DrawnContainer drawn, Dealing dealt) throws RejectedException {
        Statement<ReleaseRequest> asked =
                ReleaseRequest.TYPE.verify(request, drawn.fields().accessKey());
        ReleaseRequest claims = asked.claims();
        boolean ofThis = claims.issued().network().equals(drawn.fields().network())
                && claims.containerId().equals(drawn.id())
                && claims.dealingDigest().equals(dealt.digest());
        if (!ofThis) {
            throw new RejectedException("request", "the request is for another share");
        }
        return asked;
    }

    private record File(
            String evidence,
            Bytes container,
            Bytes proof,
            String registry,
            String dealing,
            String request,
            String release,
            Bytes oneTimeKey) {
        static File of(ReleaseEvidence evidence) {
            return new File(
                    FORMAT,
                    evidence.container,
                    evidence.proof,
                    evidence.registry,
                    evidence.dealing,
                    evidence.request,
                    evidence.release,
                    evidence.oneTimeKey);
        }

        ReleaseEvidence content() {
            return new ReleaseEvidence(container, proof, registry, dealing, request, release, oneTimeKey);
        }
    }
}
