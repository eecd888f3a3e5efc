package dev.mayfly.node.opener;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Commitments;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** An opener's dealing: honest unless told otherwise. */
public record TestDealing(TestContainer container, Statement<DealingStatement> statement, Dealt dealt) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TestDealing of(TestContainer container, List<Part> parts, Clock clock) {
        return of(container, parts, sum(parts), TestNetwork.THRESHOLD.k(), clock);
    }

    /** A dealing of a secret and a threshold that need not be the right ones. */
    public static TestDealing of(TestContainer container, List<Part> parts, Opening secret, int k, Clock clock) {
        List<Integer> ranks = parts.stream().map(Part::rank).toList();
        Dealt dealt = Dealer.deal(secret, k, ranks, RANDOM);
        DealingStatement claims = new DealingStatement(
                TestContainer.issued(Issued.PUBLIC, clock),
                container.id(),
                parts.stream().map(Part::statement).toList(),
                dealt.commitments().bytes());
        return new TestDealing(container, DealingStatement.TYPE.sign(claims, container.accessKey()), dealt);
    }

    public static Opening sum(List<Part> parts) {
        return Opening.sum(parts.stream().map(Part::opening).toList());
    }

    /** The same shares under other commitments. */
    public TestDealing committingTo(List<Bytes> commitments) {
        DealingStatement said = statement.claims();
        DealingStatement claims =
                new DealingStatement(said.issued(), said.containerId(), said.contributions(), commitments);
        return new TestDealing(container, DealingStatement.TYPE.sign(claims, container.accessKey()), dealt);
    }

    public Bytes digest() {
        return statement.digest();
    }

    public Commitments commitments() {
        return dealt.commitments();
    }

    /** The deposit at the node under test. */
    public NodeApi.Deposit deposit(HpkePublicKey epochKey) {
        return deposit(dealt.share(container.rank()), epochKey);
    }

    /** A deposit of any share. */
    public NodeApi.Deposit deposit(Share share, HpkePublicKey epochKey) {
        Bytes sealed = SealedShare.seal(share, Sealing.SHARE, container.id(), TestNetwork.OWN_ID, epochKey, RANDOM);
        return deposit(sealed);
    }

    /** A deposit of any bytes. */
    public NodeApi.Deposit deposit(Bytes sealed) {
        return new NodeApi.Deposit(container.fields().encoded(), container.proof(), statement.compact(), sealed);
    }
}
