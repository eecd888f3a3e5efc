package dev.mayfly.client.entropy;

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

/** Gets a container's secret back from any k of the nodes that hold it. */
public final class CollectShares {
    private final NodeClient nodes;
    private final Clock clock;
    private final SecureRandom random;

    /** Asks through {@code nodes}. */
    public CollectShares(NodeClient nodes, Clock clock, SecureRandom random) {
        this.nodes = nodes;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks all holders at once; the first k shares that fit the commitments win.
     *
     * @return E, 32 bytes, checked against {@code A_0}; the caller closes it
     * @throws dev.mayfly.domain.wire.Refusal {@code container-ended}, when so many holders say so that k can never answer
     * @throws TooFewNodesException when fewer than k give a share that fits
     */
    public SecretBytes collect(DrawnContainer container, QuorumCertificate certificate, SigningPrivateKey accessKey) {
        int k = container.fields().threshold().k();
        SortedMap<Integer, NodeRecord> holders =
                Members.of(container, certificate.holdings().keySet());
        SortedMap<Integer, Share> shares = new Gathered<>(
                        (rank, node) -> ask(container, certificate.dealing(), accessKey, rank, node),
                        Share::close,
                        nodes.deadline())
                .from(holders, k, k)
                .atLeast(k, "gave a share that fits");
        try {
            return Combiner.combine(shares.values(), certificate.dealing().commitments());
        } catch (RejectedException impossible) {
            throw new IllegalStateException("shares that fit do not combine", impossible);
        } finally {
            shares.values().forEach(Share::close);
        }
    }

    private CompletableFuture<Share> ask(
            DrawnContainer container, Dealing dealing, SigningPrivateKey accessKey, int rank, NodeRecord node) {
        HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random);
        Statement<ReleaseRequest> request = ReleaseRequest.TYPE.sign(
                new ReleaseRequest(
                        Issued.now(container.fields().network(), node.id(), clock, random),
                        container.id(),
                        dealing.digest(),
                        oneTimeKey.publicKey()),
                accessKey);
        return nodes.release(node, new NodeApi.Release(request.compact()))
                .thenApply(Checked.checked(
                        (NodeApi.Released answer) -> verified(answer, dealing, request, rank, node, oneTimeKey)))
                .whenComplete((answer, failure) -> oneTimeKey.close());
    }

    private static Share verified(
            NodeApi.Released answer,
            Dealing dealing,
            Statement<ReleaseRequest> request,
            int rank,
            NodeRecord node,
            HpkePrivateKey oneTimeKey)
            throws RejectedException {
        Release release = Release.verify(answer.release(), node, rank, request);
        Share share =
                SealedShare.open(release.sealed(), Sealing.RELEASE, release.containerId(), node.id(), rank, oneTimeKey);
        if (!share.verifies(dealing.commitments())) {
            share.close();
            throw new RejectedException("the share does not fit the commitments");
        }
        return share;
    }
}
