package dev.mayfly.client.entropy;

import dev.mayfly.client.evidence.KeepEvidence;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Combiner;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.transport.NodeClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/** Gets a container's secret back from any k of the nodes that hold it, and keeps what proves that others lied. */
public final class CollectShares {
    private final NodeClient nodes;
    private final KeepEvidence keepEvidence;
    private final Clock clock;
    private final SecureRandom random;
    private final EntropyObserver observer;

    /** Asks through {@code nodes}, and nobody is told how it went. */
    public CollectShares(NodeClient nodes, KeepEvidence keepEvidence, Clock clock, SecureRandom random) {
        this(nodes, keepEvidence, clock, random, EntropyObserver.NONE);
    }

    /** Asks through {@code nodes}. */
    public CollectShares(
            NodeClient nodes, KeepEvidence keepEvidence, Clock clock, SecureRandom random, EntropyObserver observer) {
        this.nodes = nodes;
        this.keepEvidence = keepEvidence;
        this.clock = clock;
        this.random = random;
        this.observer = observer;
    }

    /** What nodes are asked for: their share of a dealing of a container, which was drawn from a registry. */
    private record Source(DrawnContainer container, String registry, Dealing dealing) {}

    /** What one of them was asked. */
    private record Question(
            Source source, NodeRecord node, int rank, HpkePrivateKey key, Statement<ReleaseRequest> request)
            implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    /**
     * Asks all holders at once; the first k shares that fit the commitments win.
     *
     * @param registry the admin's statement of the registry that the container was drawn from
     * @return E, 32 bytes, checked against {@code A_0}; the caller closes it
     * @throws dev.mayfly.domain.wire.Refusal {@code container-ended}, when so many holders say so that k can never answer
     * @throws TooFewNodesException when fewer than k give a share that fits
     */
    public SecretBytes collect(
            DrawnContainer container, String registry, QuorumCertificate certificate, SigningPrivateKey accessKey) {
        int k = container.fields().threshold().k();
        Source source = new Source(container, registry, certificate.dealing());
        SortedMap<Integer, NodeRecord> holders =
                Members.of(container, certificate.holdings().keySet());
        Gathered<Share> gathered = new Gathered<>(
                        (rank, node) -> ask(question(source, node, rank, accessKey)), Share::close, nodes.deadline())
                .from(holders, k, k);
        SortedMap<Integer, Share> shares = gathered.atLeast(k, "gave a share that fits");
        observer.released(gathered.unfailed() - k);
        try {
            return Combiner.combine(shares.values(), certificate.dealing().commitments());
        } catch (RejectedException impossible) {
            throw new IllegalStateException("shares that fit do not combine", impossible);
        } finally {
            shares.values().forEach(Share::close);
        }
    }

    private Question question(Source source, NodeRecord node, int rank, SigningPrivateKey accessKey) {
        HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random);
        Statement<ReleaseRequest> request = ReleaseRequest.TYPE.sign(
                new ReleaseRequest(
                        Issued.now(source.container.fields().network(), node.id(), clock, random),
                        source.container.id(),
                        source.dealing.digest(),
                        oneTimeKey.publicKey()),
                accessKey);
        return new Question(source, node, rank, oneTimeKey, request);
    }

    private CompletableFuture<Share> ask(Question asked) {
        return nodes.release(asked.node, new NodeApi.Release(asked.request.compact()))
                .thenApply(Checked.checked((NodeApi.Released answer) -> verified(answer.release(), asked)))
                .whenComplete((answer, failure) -> asked.close());
    }

    private Share verified(String answer, Question asked) throws RejectedException {
        try {
            return share(answer, asked);
        } catch (RejectedException wrong) {
            keepEvidence.keepIfProven(evidence(answer, asked));
            throw wrong;
        }
    }

    private static Share share(String answer, Question asked) throws RejectedException {
        Release release = Release.verify(answer, asked.node, asked.rank, asked.request);
        Share share = SealedShare.open(
                release.sealed(), Sealing.RELEASE, release.containerId(), asked.node.id(), asked.rank, asked.key);
        if (!share.verifies(asked.source.dealing.commitments())) {
            share.close();
            throw new RejectedException("the share does not fit the commitments");
        }
        return share;
    }

    private static ReleaseEvidence evidence(String answer, Question asked) {
        Source source = asked.source;
        try (SecretBytes oneTimeKey = asked.key.scalar()) {
            return new ReleaseEvidence(
                    source.container.fields().encoded(),
                    source.container.proof().bytes(),
                    source.registry,
                    source.dealing.statement().compact(),
                    asked.request.compact(),
                    answer,
                    oneTimeKey.use(Bytes::of));
        }
    }
}
