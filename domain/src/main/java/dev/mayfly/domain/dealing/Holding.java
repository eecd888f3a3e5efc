package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.statement.Issued;

/**
 * A node's statement that it checked a dealing and keeps its share of it.
 *
 * @param rank the node's rank
 * @param dealingDigest digest of the dealing's statement
 */
public record Holding(Issued issued, Bytes containerId, int rank, Bytes dealingDigest) {
    /** {@code mayfly-holding+jwt}. */
    public static final StatementType<Holding> TYPE = new StatementType<>(
            "holding",
            (out, holding) -> holding.issued
                    .write(out)
                    .bytes("containerId", holding.containerId)
                    .integer("rank", holding.rank)
                    .bytes("dealingDigest", holding.dealingDigest),
            in -> new Holding(
                    Issued.read(in), in.bytes("containerId", 32), Ranks.read(in), in.bytes("dealingDigest", 32)));

    /**
     * A holding of this dealing, signed by one of its contributors.
     *
     * @throws RejectedException when it is anybody else's or of anything else
     */
    public static Statement<Holding> verify(String compact, DrawnContainer container, Dealing dealing)
            throws RejectedException {
        Statement<Holding> statement = TYPE.verifyEmbedded(compact);
        Holding holding = statement.claims();
        holding.issued.requireFor(container.fields().network(), Issued.PUBLIC);
        boolean contributed = dealing.contributions().containsKey(holding.rank);
        if (!contributed
                || !statement
                        .signer()
                        .equals(Ranks.nodeAt(holding.rank, container).signingKey())) {
            throw new RejectedException("holding", "the holding is not signed by a contributor of its rank");
        }
        if (!holding.containerId.equals(container.id()) || !holding.dealingDigest.equals(dealing.digest())) {
            throw new RejectedException("holding", "the holding is of another dealing");
        }
        return statement;
    }
}
