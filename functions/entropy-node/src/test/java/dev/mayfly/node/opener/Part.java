package dev.mayfly.node.opener;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.statement.Issued;
import java.security.SecureRandom;
import java.time.Clock;

/** One node's contribution with what opens it, as the opener has it. */
public record Part(String statement, Contribution contribution, Opening opening) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Part of(String statement, Opening opening) throws RejectedException {
        return new Part(statement, Contribution.TYPE.verifyEmbedded(statement).claims(), opening);
    }

    /** The contribution of the node at a rank, made here with that node's key. */
    public static Part madeHere(TestContainer container, int rank, long epochEnd, Clock clock) {
        Opening opening = Opening.random(RANDOM);
        return signed(
                container,
                rank,
                opening,
                epochEnd,
                HpkePrivateKey.generate(RANDOM).publicKey(),
                clock);
    }

    /** This contribution, signed again by the same node under another epoch key. */
    public Part underEpochKey(TestContainer container, HpkePublicKey epochKey, Clock clock) {
        return signed(container, contribution.rank(), opening, contribution.epochEnd(), epochKey, clock);
    }

    public int rank() {
        return contribution.rank();
    }

    private static Part signed(
            TestContainer container, int rank, Opening opening, long epochEnd, HpkePublicKey epochKey, Clock clock) {
        Issued issued = TestContainer.issued(Issued.PUBLIC, clock);
        Contribution claims = new Contribution(issued, container.id(), rank, opening.commit(), epochEnd, epochKey);
        var key = TestNetwork.nodeKey(container.committee().ids().get(rank - 1));
        return new Part(Contribution.TYPE.sign(claims, key).compact(), claims, opening);
    }
}
