package dev.mayfly.coordinator.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.statement.Issued;

/** What a container's nodes sign, each by the key of its rank. */
public final class TestNodes {
    private TestNodes() {}

    /** A node's contribution with what opens it, as the opener has it. */
    public record Part(int rank, String statement, Opening opening) {}

    /** What the node at a rank contributes. */
    public static Part contribution(TestContainer container, int rank) {
        Opening opening = Opening.random(TestParty.RANDOM);
        long expiresAt = container.fields().expiresAt();
        Contribution claims = new Contribution(
                container.opener().issued(Issued.PUBLIC),
                container.id(),
                rank,
                opening.commit(),
                TestNetwork.network().epochEnd(expiresAt),
                HpkePrivateKey.generate(TestParty.RANDOM).publicKey());
        return new Part(
                rank, Contribution.TYPE.sign(claims, keyAt(container, rank)).compact(), opening);
    }

    /** The word of the node at a rank that it keeps its share of a dealing. */
    public static Statement<Holding> holding(TestContainer container, int rank, Bytes dealing) {
        return holding(container, rank, dealing, keyAt(container, rank));
    }

    /** The same, signed by any key. */
    public static Statement<Holding> holding(
            TestContainer container, int rank, Bytes dealing, SigningPrivateKey signer) {
        Issued issued = container.opener().issued(Issued.PUBLIC);
        return Holding.TYPE.sign(new Holding(issued, container.id(), rank, dealing), signer);
    }

    /** The word of the node at a rank that its share is gone. */
    public static String erasure(TestContainer container, int rank, Bytes holding) {
        return erasure(container, rank, holding, keyAt(container, rank));
    }

    /** The same, signed by any key. */
    public static String erasure(TestContainer container, int rank, Bytes holding, SigningPrivateKey signer) {
        Issued issued = container.opener().issued(Issued.PUBLIC);
        return Erasure.TYPE
                .sign(new Erasure(issued, container.id(), rank, holding), signer)
                .compact();
    }

    private static SigningPrivateKey keyAt(TestContainer container, int rank) {
        return TestNetwork.nodeKey(container.drawn().committee().ids().get(rank - 1));
    }
}
