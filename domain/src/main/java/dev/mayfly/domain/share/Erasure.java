package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.dealing.Ranks;
import dev.mayfly.domain.statement.Issued;

/**
 * A node's statement that it erased its share.
 *
 * @param rank the node's rank
 * @param holdingDigest digest of the {@code holding} statement that is over with it
 */
public record Erasure(Issued issued, Bytes containerId, int rank, Bytes holdingDigest) {
    /** {@code mayfly-erasure+jwt}. */
    public static final StatementType<Erasure> TYPE = new StatementType<>(
            "erasure",
            (out, erasure) -> erasure.issued
                    .write(out)
                    .bytes("containerId", erasure.containerId)
                    .integer("rank", erasure.rank)
                    .bytes("holdingDigest", erasure.holdingDigest),
            in -> new Erasure(
                    Issued.read(in), in.bytes("containerId", 32), Ranks.read(in), in.bytes("holdingDigest", 32)));

    /** As {@link #verify(String, IssuedShares)}, of the shares issued under a certificate. */
    public static Erasure verify(String compact, DrawnContainer container, QuorumCertificate certificate)
            throws RejectedException {
        return verify(compact, IssuedShares.of(container, certificate));
    }

    /**
     * An erasure by a node that was issued a share: drawn at its rank, a contributor of the dealing, and, when its holding is
     * part of the certificate, of that very holding.
     *
     * @throws RejectedException when it is anything else
     */
    public static Erasure verify(String compact, IssuedShares issued) throws RejectedException {
        Statement<Erasure> statement = TYPE.verifyEmbedded(compact);
        Erasure erasure = statement.claims();
        erasure.issued.requireFor(issued.network(), Issued.PUBLIC);
        SigningPublicKey node = issued.nodes().get(erasure.rank);
        if (node == null) {
            throw new RejectedException("erasure", "no share was issued to rank " + erasure.rank);
        }
        if (!statement.signer().equals(node) || !erasure.containerId.equals(issued.containerId())) {
            throw new RejectedException("erasure", "the erasure is not signed by the node of its rank");
        }
        Bytes holding = issued.holdings().get(erasure.rank);
        if (holding != null && !holding.equals(erasure.holdingDigest)) {
            throw new RejectedException("erasure", "the erasure is of another holding");
        }
        return erasure;
    }
}
