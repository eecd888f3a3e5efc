package dev.mayfly.client.entropy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.transport.NodeClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/** Shares the sum of the contributions among the nodes that made them, each its own share and nobody else's. */
public final class DealShares {
    private final NodeClient nodes;
    private final Clock clock;
    private final SecureRandom random;

    /** Deposits through {@code nodes}. */
    public DealShares(NodeClient nodes, Clock clock, SecureRandom random) {
        this.nodes = nodes;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Deals and deposits.
     *
     * @throws TooFewNodesException when fewer than the quorum hold the dealing
     */
    public AgreedDealing deal(
            DrawnContainer container, SigningPrivateKey accessKey, SortedMap<Integer, Contributed> contributions) {
        int k = container.fields().threshold().k();
        List<Opening> openings =
                contributions.values().stream().map(Contributed::opening).toList();
        try (Opening secret = Opening.sum(openings);
                Dealt shares = Dealer.deal(secret, k, contributions.keySet(), random)) {
            Dealing dealing = sign(
                    container, accessKey, contributions, shares.commitments().bytes());
            SortedMap<Integer, String> holdings = deposit(container, dealing, shares);
            List<String> inOrder = List.copyOf(holdings.values());
            return new AgreedDealing(QuorumCertificate.verify(container, dealing, inOrder), inOrder, secret.s());
        } catch (RejectedException impossible) {
            throw new IllegalStateException("a dealing of our own does not verify", impossible);
        }
    }

    private Dealing sign(
            DrawnContainer container,
            SigningPrivateKey accessKey,
            SortedMap<Integer, Contributed> contributions,
            List<Bytes> commitments)
            throws RejectedException {
        DealingStatement statement = new DealingStatement(
                Issued.now(container.fields().network(), Issued.PUBLIC, clock, random),
                container.id(),
                contributions.values().stream().map(Contributed::compact).toList(),
                commitments);
        return Dealing.verify(DealingStatement.TYPE.sign(statement, accessKey).compact(), container);
    }

    private SortedMap<Integer, String> deposit(DrawnContainer container, Dealing dealing, Dealt shares) {
        SortedMap<Integer, NodeRecord> contributors =
                Members.of(container, dealing.contributions().keySet());
        int quorum = container.fields().threshold().quorum();
        return new Gathered<String>(
                        (rank, node) -> deposit(container, dealing, shares.share(rank), node),
                        late -> {},
                        nodes.deadline())
                .from(contributors, contributors.size(), quorum)
                .atLeast(quorum, "hold their share");
    }

    private CompletableFuture<String> deposit(DrawnContainer container, Dealing dealing, Share share, NodeRecord node) {
        Bytes sealed = SealedShare.seal(
                share,
                Sealing.SHARE,
                container.id(),
                node.id(),
                dealing.contributions().get(share.index()).epochKey(),
                random);
        NodeApi.Deposit request = new NodeApi.Deposit(
                container.fields().encoded(),
                container.proof().bytes(),
                dealing.statement().compact(),
                sealed);
        return nodes.deposit(node, request).thenApply(Checked.checked(answer -> {
            if (Holding.verify(answer.holding(), container, dealing).claims().rank() != share.index()) {
                throw new RejectedException("the holding is of another rank");
            }
            return answer.holding();
        }));
    }
}
