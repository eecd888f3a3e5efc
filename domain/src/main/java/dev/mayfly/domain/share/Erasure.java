package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.Holding;
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

    /**
     * An erasure by a node that was issued a share: drawn at its rank, a contributor of the dealing, and, when its holding is
     * part of the certificate, of that very holding.
     *
     * @throws RejectedException when it is anything else
     */
    public static Erasure verify(String compact, DrawnContainer container, QuorumCertificate certificate)
            throws RejectedException {
        Statement<Erasure> statement = TYPE.verifyEmbedded(compact);
        Erasure erasure = statement.claims();
        erasure.issued.requireFor(container.fields().network(), Issued.PUBLIC);
        boolean byNode =
                statement.signer().equals(Ranks.nodeAt(erasure.rank, container).signingKey());
        if (!byNode || !erasure.containerId.equals(container.id())) {
            throw new RejectedException("erasure", "the erasure is not signed by the node of its rank");
        }
        if (!certificate.dealing().contributions().containsKey(erasure.rank)) {
            throw new RejectedException("erasure", "no share was issued to rank " + erasure.rank);
        }
        Statement<Holding> holding = certificate.holdings().get(erasure.rank);
        if (holding != null && !holding.digest().equals(erasure.holdingDigest)) {
            throw new RejectedException("erasure", "the erasure is of another holding");
        }
        return erasure;
    }
}
