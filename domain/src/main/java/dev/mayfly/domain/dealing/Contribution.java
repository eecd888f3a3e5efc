package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.statement.Issued;

/**
 * A node's public contribution to a container.
 *
 * @param rank the node's rank in the draw, which is also the index of the share it may hold
 * @param commitment {@code C = s·G + r·H} to what it contributed
 * @param epochEnd end of the epoch whose key follows, seconds since the epoch
 * @param epochKey its share is to be sealed to this key; the private half is deleted at {@code epochEnd}
 */
public record Contribution(
        Issued issued, Bytes containerId, int rank, Commitment commitment, long epochEnd, HpkePublicKey epochKey) {
    /** {@code mayfly-contribution+jwt}. */
    public static final StatementType<Contribution> TYPE = new StatementType<>(
            "contribution",
            (out, contribution) -> contribution
                    .issued
                    .write(out)
                    .bytes("containerId", contribution.containerId)
                    .integer("rank", contribution.rank)
                    .bytes("commitment", contribution.commitment.bytes())
                    .integer("epochEnd", contribution.epochEnd)
                    .bytes("epochKey", contribution.epochKey.bytes()),
            in -> new Contribution(
                    Issued.read(in),
                    in.bytes("containerId", 32),
                    Ranks.read(in),
                    Commitment.parse(in.bytes("commitment", 33)),
                    in.integer("epochEnd"),
                    HpkePublicKey.parse(in.bytes("epochKey", 33))));

    /**
     * A contribution that the node at its rank signed for this container.
     *
     * @throws RejectedException when it is another node's, another container's, or of another rank
     */
    public static Statement<Contribution> verify(String compact, DrawnContainer container) throws RejectedException {
        Statement<Contribution> statement = TYPE.verifyEmbedded(compact);
        Contribution contribution = statement.claims();
        contribution.issued.requireFor(container.fields().network(), Issued.PUBLIC);
        NodeRecord node = Ranks.nodeAt(contribution.rank, container);
        if (!statement.signer().equals(node.signingKey())) {
            throw new RejectedException("contribution", "the contribution is not signed by the node of its rank");
        }
        if (!contribution.containerId.equals(container.id())) {
            throw new RejectedException("contribution", "the contribution belongs to another container");
        }
        if (contribution.epochEnd != container.epochEnd()) {
            throw new RejectedException("contribution", "the epoch is not the one in which the container ends");
        }
        return statement;
    }
}
