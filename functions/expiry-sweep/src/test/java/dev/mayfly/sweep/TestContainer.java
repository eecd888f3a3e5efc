package dev.mayfly.sweep;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.statement.Issued;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A container with what its opener and its nodes signed: contributed to, dealt and held by every member of its committee.
 *
 * @param dealing the opener's statement; null for a container that never gets so far
 * @param holdings by rank
 */
record TestContainer(
        World world,
        DrawnContainer drawn,
        SigningPrivateKey accessKey,
        Statement<DealingStatement> dealing,
        SortedMap<Integer, Statement<Holding>> holdings) {

    static TestContainer undealt(World world, DrawnContainer drawn, SigningPrivateKey accessKey) {
        return new TestContainer(world, drawn, accessKey, null, new TreeMap<>());
    }

    Bytes id() {
        return drawn.id();
    }

    long expiresAt() {
        return drawn.fields().expiresAt();
    }

    /** The node at a rank of the draw. */
    TestNode node(int rank) {
        return world.node(drawn.committee().ids().get(rank - 1));
    }

    /** The same container, dealt among all its members. */
    TestContainer dealt() {
        List<Integer> ranks =
                IntStream.rangeClosed(1, drawn.committee().size()).boxed().toList();
        List<Opening> openings =
                ranks.stream().map(rank -> Opening.random(World.RANDOM)).toList();
        List<String> contributions = ranks.stream()
                .map(rank -> contribution(rank, openings.get(rank - 1)))
                .toList();
        int k = drawn.fields().threshold().k();
        try (Dealt dealt = Dealer.deal(Opening.sum(openings), k, ranks, World.RANDOM)) {
            DealingStatement claims = new DealingStatement(
                    world.issued(Issued.PUBLIC),
                    id(),
                    contributions,
                    dealt.commitments().bytes());
            Statement<DealingStatement> statement = DealingStatement.TYPE.sign(claims, accessKey);
            SortedMap<Integer, Statement<Holding>> held = new TreeMap<>();
            ranks.forEach(rank -> held.put(rank, holding(rank, statement.digest())));
            return new TestContainer(world, drawn, accessKey, statement, held);
        }
    }

    /** What activates it: holdings of the first so many ranks. */
    StoredContainer.Certificate certificate(int holders) {
        List<String> compact = holdings.headMap(holders + 1).values().stream()
                .map(Statement::compact)
                .toList();
        return new StoredContainer.Certificate(dealing.digest(), dealing.compact(), compact);
    }

    /** The word of the node at a rank that its share is gone. */
    String erasure(int rank) {
        return erasure(rank, node(rank).key());
    }

    /** The same, signed by any key. */
    String erasure(int rank, SigningPrivateKey signer) {
        Bytes held = holdings.get(rank).digest();
        return Erasure.TYPE
                .sign(new Erasure(world.issued(Issued.PUBLIC), id(), rank, held), signer)
                .compact();
    }

    /** A party's word to the nodes that it is over. */
    String end() {
        return End.TYPE
                .sign(new End(world.issued(Issued.NODES), id()), accessKey)
                .compact();
    }

    private String contribution(int rank, Opening opening) {
        Contribution claims = new Contribution(
                world.issued(Issued.PUBLIC),
                id(),
                rank,
                opening.commit(),
                world.network().epochEnd(expiresAt()),
                HpkePrivateKey.generate(World.RANDOM).publicKey());
        return Contribution.TYPE.sign(claims, node(rank).key()).compact();
    }

    private Statement<Holding> holding(int rank, Bytes dealingDigest) {
        Holding claims = new Holding(world.issued(Issued.PUBLIC), id(), rank, dealingDigest);
        return Holding.TYPE.sign(claims, node(rank).key());
    }
}
