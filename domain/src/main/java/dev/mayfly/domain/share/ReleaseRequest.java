package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;

/**
 * A party's request for one node's share, signed by the access key.
 *
 * @param oneTimeKey the share is sealed to it; a key of its own for each request, so that revealing it as evidence gives
 *     away no other share
 */
public record ReleaseRequest(Issued issued, Bytes containerId, Bytes dealingDigest, HpkePublicKey oneTimeKey) {
    /** {@code mayfly-release-request+jwt}. */
    public static final StatementType<ReleaseRequest> TYPE = new StatementType<>(
            "release-request",
            (out, request) -> request.issued
                    .write(out)
                    .bytes("containerId", request.containerId)
                    .bytes("dealingDigest", request.dealingDigest)
                    .bytes("oneTimeKey", request.oneTimeKey.bytes()),
            in -> new ReleaseRequest(
                    Issued.read(in),
                    in.bytes("containerId", 32),
                    in.bytes("dealingDigest", 32),
                    HpkePublicKey.parse(in.bytes("oneTimeKey", 33))));
}
