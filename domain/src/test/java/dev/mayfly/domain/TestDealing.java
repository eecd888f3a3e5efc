package dev.mayfly.domain;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.statement.Issued;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the nodes of some ranks contributed to a container, dealt honestly unless told otherwise. */
public record TestDealing(TestContainer container, List<Part> parts, Dealt dealt, List<String> holdings) {

    /** What the node at a rank contributed. */
    public record Part(int rank, Opening opening, HpkePrivateKey epochKey, String contribution) {}

    /** Contributed, dealt and held by ranks 1 to {@code count}. */
    public static TestDealing of(TestContainer container, int count) {
        List<Part> parts = IntStream.rangeClosed(1, count)
                .mapToObj(rank -> part(container, rank))
                .toList();
        Dealt dealt = Dealer.deal(sum(parts), container.fields().threshold().k(), ranks(parts), TestNetwork.RANDOM);
        TestDealing dealing = new TestDealing(container, parts, dealt, new ArrayList<>());
        Bytes digest = dealing.statement().digest();
        ranks(parts).forEach(rank -> dealing.holdings.add(holding(container, rank, digest)));
        return dealing;
    }

    /** A node's contribution. */
    public static Part part(TestContainer container, int rank) {
        Opening opening = Opening.random(TestNetwork.RANDOM);
        HpkePrivateKey epochKey = HpkePrivateKey.generate(TestNetwork.RANDOM);
        Contribution contribution = new Contribution(
                TestNetwork.issued(Issued.PUBLIC),
                container.id(),
                rank,
                opening.commit(),
                container.drawn().epochEnd(),
                epochKey.publicKey());
        String compact =
                Contribution.TYPE.sign(contribution, container.nodeKey(rank)).compact();
        return new Part(rank, opening, epochKey, compact);
    }

    public static Opening sum(List<Part> parts) {
        return Opening.sum(parts.stream().map(Part::opening).toList());
    }

    /** A node's holding of a dealing. */
    public static String holding(TestContainer container, int rank, Bytes dealing) {
        Holding holding = new Holding(TestNetwork.issued(Issued.PUBLIC), container.id(), rank, dealing);
        return Holding.TYPE.sign(holding, container.nodeKey(rank)).compact();
    }

    /** A node's erasure of what it held. */
    public String erasure(int rank) throws RejectedException {
        Bytes held = Holding.TYPE.verifyEmbedded(holdings.get(rank - 1)).digest();
        Erasure erasure = new Erasure(TestNetwork.issued(Issued.PUBLIC), container.id(), rank, held);
        return Erasure.TYPE.sign(erasure, container.nodeKey(rank)).compact();
    }

    /** What the opener states; the same claims every time. */
    public DealingStatement claims() {
        return new DealingStatement(
                new Issued(TestNetwork.NAME, Issued.PUBLIC, TestNetwork.NOW, Bytes.of(new byte[64])),
                container.id(),
                parts.stream().map(Part::contribution).toList(),
                dealt.commitments().bytes());
    }

    public Statement<DealingStatement> statement() {
        return DealingStatement.TYPE.sign(claims(), container.accessKey());
    }

    public Dealing verified() throws RejectedException {
        return Dealing.verify(statement().compact(), container.drawn());
    }

    public QuorumCertificate certificate() throws RejectedException {
        return QuorumCertificate.verify(container.drawn(), verified(), holdings);
    }

    private static List<Integer> ranks(List<Part> parts) {
        return parts.stream().map(Part::rank).toList();
    }
}
