package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.statement.Issued;

/**
 * The opener's request for a contribution, signed by the access key and addressed to one node.
 *
 * @param fields the container's fields, so that the node can recompute id and draw
 * @param proof VRF proof of the draw, 81 bytes
 * @param oneTimeKey the answer's opening is sealed to it
 */
public record ContributeRequest(
        Issued issued, Bytes containerId, ContainerFields fields, Bytes proof, HpkePublicKey oneTimeKey) {
    /** {@code mayfly-contribute+jwt}. */
    public static final StatementType<ContributeRequest> TYPE = new StatementType<>(
            "contribute",
            (out, request) -> request.issued
                    .write(out)
                    .bytes("containerId", request.containerId)
                    .bytes("container", request.fields.encoded())
                    .bytes("proof", request.proof)
                    .bytes("oneTimeKey", request.oneTimeKey.bytes()),
            in -> new ContributeRequest(
                    Issued.read(in),
                    in.bytes("containerId", 32),
                    ContainerFields.decode(in.bytes("container")),
                    in.bytes("proof", 81),
                    HpkePublicKey.parse(in.bytes("oneTimeKey", 33))));

    /** A request signed by the access key of the very container it names. */
    public static Statement<ContributeRequest> verify(String compact) throws RejectedException {
        Statement<ContributeRequest> statement = TYPE.verifyEmbedded(compact);
        ContributeRequest request = statement.claims();
        if (!statement.signer().equals(request.fields.accessKey())) {
            throw new RejectedException("statement", "the statement is not signed by the container's access key");
        }
        if (!request.containerId.equals(request.fields.id())) {
            throw new RejectedException("containerId", "the container id is not the hash of the fields");
        }
        return statement;
    }
}
