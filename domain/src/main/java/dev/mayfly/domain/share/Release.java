package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.dealing.Ranks;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.statement.Issued;

/**
 * A node's answer to a {@link ReleaseRequest}. Never on the ledger: it holds a sealed share.
 *
 * @param requestDigest digest of the request's statement
 * @param sealed the share, sealed to the request's one-time key with purpose {@code release}
 */
public record Release(
        Issued issued, Bytes containerId, int rank, Bytes dealingDigest, Bytes requestDigest, Bytes sealed) {
    /** {@code mayfly-release+jwt}. */
    public static final StatementType<Release> TYPE = new StatementType<>(
            "release",
            (out, release) -> release.issued
                    .write(out)
                    .bytes("containerId", release.containerId)
                    .integer("rank", release.rank)
                    .bytes("dealingDigest", release.dealingDigest)
                    .bytes("requestDigest", release.requestDigest)
                    .bytes("sealed", release.sealed),
            in -> new Release(
                    Issued.read(in),
                    in.bytes("containerId", 32),
                    Ranks.read(in),
                    in.bytes("dealingDigest", 32),
                    in.bytes("requestDigest", 32),
                    in.bytes("sealed")));

    /**
     * The release that answers a request to the node of a rank.
     *
     * @throws RejectedException when it is another node's, or answers another request
     */
    public static Release verify(String compact, NodeRecord node, int rank, Statement<ReleaseRequest> request)
            throws RejectedException {
        Release release = TYPE.verify(compact, node.signingKey()).claims();
        release.issued.requireFor(request.claims().issued().network(), Issued.PARTIES);
        boolean answers = release.rank == rank
                && release.requestDigest.equals(request.digest())
                && release.containerId.equals(request.claims().containerId())
                && release.dealingDigest.equals(request.claims().dealingDigest());
        if (!answers) {
            throw new RejectedException("release", "the release answers another request");
        }
        return release;
    }
}
