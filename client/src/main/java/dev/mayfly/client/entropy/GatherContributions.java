package dev.mayfly.client.entropy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.transport.NodeClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Asks a container's committee for entropy, and those who stand by where it fails. */
public final class GatherContributions {
    private final NodeClient nodes;
    private final Clock clock;
    private final SecureRandom random;
    private final EntropyObserver observer;

    /** Asks through {@code nodes}, and nobody is told how it went. */
    public GatherContributions(NodeClient nodes, Clock clock, SecureRandom random) {
        this(nodes, clock, random, EntropyObserver.NONE);
    }

    /** Asks through {@code nodes}. */
    public GatherContributions(NodeClient nodes, Clock clock, SecureRandom random, EntropyObserver observer) {
        this.nodes = nodes;
        this.clock = clock;
        this.random = random;
        this.observer = observer;
    }

    /**
     * Gathers up to n contributions, by rank; the caller closes them. Stand-bys are asked, in rank order, in place of members
     * that fail or are slow.
     *
     * @throws TooFewNodesException when fewer than the quorum contribute, or all of them contributed nothing together: what
     *     adds up to zero is no secret, and takes every one of them to arrange
     */
    public SortedMap<Integer, Contributed> gather(DrawnContainer container, SigningPrivateKey accessKey) {
        Threshold threshold = container.fields().threshold();
        SortedMap<Integer, Contributed> contributions = new Gathered<>(
                        (rank, node) -> ask(container, accessKey, rank, node), Contributed::close, nodes.deadline())
                .standingBy(Members.standingBy(container), observer)
                .from(Members.of(container), threshold.n(), threshold.quorum())
                .atLeast(threshold.quorum(), "contributed");
        requireSum(container, contributions);
        return contributions;
    }

    private static void requireSum(DrawnContainer container, SortedMap<Integer, Contributed> contributions) {
        try {
            Commitment.sum(contributions.values().stream()
                    .map(contributed -> contributed.contribution().commitment())
                    .toList());
        } catch (RejectedException cancelled) {
            contributions.values().forEach(Contributed::close);
            Map<String, String> reasons = Members.of(container, contributions.keySet()).values().stream()
                    .collect(Collectors.toMap(NodeRecord::id, node -> "its contribution and the others' cancel out"));
            throw new TooFewNodesException(
                    "contributed", 0, container.fields().threshold().quorum(), contributions.size(), reasons);
        }
    }

    private CompletableFuture<Contributed> ask(
            DrawnContainer container, SigningPrivateKey accessKey, int rank, NodeRecord node) {
        HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random);
        ContributeRequest request = new ContributeRequest(
                Issued.now(container.fields().network(), node.id(), clock, random),
                container.id(),
                container.fields(),
                container.proof().bytes(),
                oneTimeKey.publicKey());
        return nodes.contribute(
                        node,
                        new NodeApi.Contribute(
                                ContributeRequest.TYPE.sign(request, accessKey).compact()))
                .thenApply(Checked.checked(
                        (NodeApi.Contributed answer) -> verified(answer, container, rank, node, oneTimeKey)))
                .whenComplete((answer, failure) -> oneTimeKey.close());
    }

    private static Contributed verified(
            NodeApi.Contributed answer, DrawnContainer container, int rank, NodeRecord node, HpkePrivateKey oneTimeKey)
            throws RejectedException {
        Contribution contribution =
                Contribution.verify(answer.contribution(), container).claims();
        if (contribution.rank() != rank) {
            throw new RejectedException("the contribution is of another rank");
        }
        Opening opening = SealedOpening.open(answer.sealed(), container.id(), node.id(), rank, oneTimeKey);
        if (!opening.opens(contribution.commitment())) {
            opening.close();
            throw new RejectedException("the contribution does not open as it says");
        }
        return new Contributed(answer.contribution(), contribution, opening);
    }
}
