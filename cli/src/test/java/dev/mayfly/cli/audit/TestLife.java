package dev.mayfly.cli.audit;

import static dev.mayfly.cli.audit.TestChain.CLOCK;
import static dev.mayfly.cli.audit.TestChain.NOW;
import static dev.mayfly.cli.audit.TestChain.RANDOM;
import static dev.mayfly.cli.audit.TestChain.THRESHOLD;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.statement.Issued;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One container, and what its ledger entries record. It lives for an hour, unless it is delivered before. */
final class TestLife {
    private static final List<Integer> RANKS = List.of(1, 2, 3);
    private static final HpkePublicKey EPOCH_KEY =
            HpkePrivateKey.generate(RANDOM).publicKey();

    private final TestChain chain;
    private final SigningPrivateKey accessKey = SigningPrivateKey.generate(RANDOM);
    private final DrawnContainer container;
    private final List<Statement<Holding>> holdings = new ArrayList<>();

    private TestLife(TestChain chain) throws RejectedException {
        this.chain = chain;
        ContainerFields fields = new ContainerFields(
                chain.network.name(),
                Role.SENDER,
                digest(),
                new PartyCommitment(digest(), digest()),
                new PartyCommitment(digest(), digest()),
                accessKey.publicKey(),
                NOW,
                NOW + 3600,
                THRESHOLD,
                chain.registry.digest());
        Bytes proof = Draw.prove(fields.id(), chain.vrf).bytes();
        this.container = DrawnContainer.verify(fields, proof, chain.network, chain.registry);
    }

    static TestLife in(TestChain chain) {
        try {
            return new TestLife(chain);
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Bytes id() {
        return container.id();
    }

    /** Opened, activated, filled and delivered. */
    List<EntryBody> deliver() {
        Statement<DealingStatement> dealing = deal();
        RANKS.forEach(rank ->
                holdings.add(Holding.TYPE.sign(new Holding(issued(), id(), rank, dealing.digest()), nodeKey(rank))));
        return List.of(
                new EntryBody.ContainerCreated(
                        container.fields().encoded(),
                        container.proof().bytes(),
                        container.committee().ids(),
                        digest()),
                new EntryBody.ContainerActivated(
                        id(),
                        dealing.compact(),
                        holdings.stream().map(Statement::compact).toList(),
                        digest()),
                new EntryBody.MessageSent(id(), digest()),
                new EntryBody.ContainerDelivered(id(), digest()));
    }

    /** The nodes of these ranks erased what they held. */
    EntryBody erased(Integer... ranks) {
        return new EntryBody.SharesErased(
                id(), Arrays.stream(ranks).map(this::erasure).toList());
    }

    private String erasure(int rank) {
        Erasure erasure =
                new Erasure(issued(), id(), rank, holdings.get(rank - 1).digest());
        return Erasure.TYPE.sign(erasure, nodeKey(rank)).compact();
    }

    private Statement<DealingStatement> deal() {
        List<Opening> openings =
                RANKS.stream().map(rank -> Opening.random(RANDOM)).toList();
        List<String> contributions = RANKS.stream()
                .map(rank -> contribution(rank, openings.get(rank - 1)))
                .toList();
        List<Bytes> commitments = Dealer.deal(Opening.sum(openings), THRESHOLD.k(), RANKS, RANDOM)
                .commitments()
                .bytes();
        return DealingStatement.TYPE.sign(new DealingStatement(issued(), id(), contributions, commitments), accessKey);
    }

    private String contribution(int rank, Opening opening) {
        Contribution contribution =
                new Contribution(issued(), id(), rank, opening.commit(), container.epochEnd(), EPOCH_KEY);
        return Contribution.TYPE.sign(contribution, nodeKey(rank)).compact();
    }

    private SigningPrivateKey nodeKey(int rank) {
        return chain.nodeKeys.get(container.committee().at(rank).orElseThrow().id());
    }

    private Issued issued() {
        return Issued.now(chain.network.name(), Issued.PUBLIC, CLOCK, RANDOM);
    }

    private static Bytes digest() {
        return Bytes.random(RANDOM, 32);
    }
}
