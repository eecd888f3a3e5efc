package dev.mayfly.testbed.time;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import dev.mayfly.node.share.EpochKeys;
import dev.mayfly.node.share.ReleaseShare;
import dev.mayfly.node.share.ShareUseCases;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.TestNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.Optional;

/** A node's shares and its use case that gives them away, asked without HTTP in between, at whatever time its clock shows. */
final class SkewedNode {
    private final TestNode node;
    private final int rank;
    private final Network network;
    private final SecureRandom random = new SecureRandom();
    private final ShareTable shares;
    private final EpochKeys epochKeys;
    private final ReleaseShare releaseShare;
    private HpkePublicKey epochKey;
    private long epochEnd;

    SkewedNode(Testbed testbed, int rank) {
        this.node = testbed.nodes().get(rank - 1);
        this.rank = rank;
        this.network = testbed.network();
        NodeMeters meters = new NodeMeters(new SimpleMeterRegistry());
        this.shares =
                new ShareTable(testbed.dynamoDb(), node.tables(), testbed.plan().retention());
        this.epochKeys = new EpochKeys(
                new EpochKeyTable(testbed.dynamoDb(), node.tables()),
                network,
                meters,
                node.party().clock(),
                random);
        this.releaseShare = ShareUseCases.of(
                        network,
                        new NodeIdentity(node.id(), node.key()),
                        shares,
                        epochKeys,
                        meters,
                        node.party().clock(),
                        random)
                .releaseShare();
    }

    /** What is asked for: a container's share of a dealing, in the name of the access key. */
    record Container(Bytes id, long expiresAt, SigningPrivateKey accessKey, Bytes dealingDigest, Dealt dealt) {}

    void setClock(long seconds) {
        node.party().clock().set(seconds);
    }

    /** Makes the key of the one epoch in which all containers end. */
    void beginEpoch(long expiresAt) {
        epochEnd = epochKeys.epochEnd(expiresAt);
        try (HpkePrivateKey key = epochKeys.findOrCreate(epochEnd)) {
            epochKey = key.publicKey();
        }
    }

    /** Keeps the node's share, sealed to its epoch key, as it does after a deposit. */
    void hold(Container container) {
        Bytes sealed =
                SealedShare.seal(container.dealt.share(rank), Sealing.SHARE, container.id, node.id(), epochKey, random);
        shares.holdIfFirst(new HeldShare(
                container.id,
                rank,
                container.accessKey.publicKey(),
                container.dealingDigest,
                container.expiresAt,
                epochEnd,
                "holding",
                container.id,
                Optional.of(sealed),
                Optional.empty()));
    }

    /** The share, if the node gives it to a party that guesses the node's clock right; the caller closes it. */
    Optional<Share> release(Container container) throws RejectedException {
        try (HpkePrivateKey oneTimeKey = HpkePrivateKey.generate(random)) {
            Statement<ReleaseRequest> request = ReleaseRequest.TYPE.sign(
                    new ReleaseRequest(
                            Issued.now(network.name(), node.id(), node.party().clock(), random),
                            container.id,
                            container.dealingDigest,
                            oneTimeKey.publicKey()),
                    container.accessKey);
            String answer =
                    releaseShare.release(new NodeApi.Release(request.compact())).release();
            Release release = Release.verify(answer, node.record(), rank, request);
            return Optional.of(
                    SealedShare.open(release.sealed(), Sealing.RELEASE, container.id, node.id(), rank, oneTimeKey));
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.CONTAINER_ENDED) {
                throw refusal;
            }
            return Optional.empty();
        }
    }
}
