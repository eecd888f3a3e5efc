package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.DrawnContainer;
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
     * An erasure by the node that was drawn at its rank for this container.
     *
     * @throws RejectedException when it is anything else
     */
    public static Erasure verify(String compact, DrawnContainer container) throws RejectedException {
        var statement = TYPE.verifyEmbedded(compact);
        Erasure erasure = statement.claims();
        erasure.issued.requireFor(container.fields().network(), Issued.PUBLIC);
        if (!statement.signer().equals(Ranks.nodeAt(erasure.rank, container).signingKey())
                || !erasure.containerId.equals(container.id())) {
            throw new RejectedException("erasure", "the erasure is not signed by the node of its rank");
        }
        return erasure;
    }
}
