package dev.mayfly.node.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.Statement;
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
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Gives this node's share to a party while the container lives, sealed to the key of its request. Changes nothing. */
@Singleton
public final class ReleaseShare {
    private final Network network;
    private final NodeIdentity identity;
    private final PartyShares shares;
    private final EpochKeys epochKeys;
    private final NodeMeters meters;
    private final Clock clock;
    private final SecureRandom random;

    ReleaseShare(
            Network network,
            NodeIdentity identity,
            PartyShares shares,
            EpochKeys epochKeys,
            NodeMeters meters,
            Clock clock,
            SecureRandom random) {
        this.network = network;
        this.identity = identity;
        this.shares = shares;
        this.epochKeys = epochKeys;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Answers a {@code release-request} statement with a {@code release} statement.
     *
     * @throws Refusal {@code rejected} when it is not one for this node, {@code statement-not-current}, {@code
     *     container-unknown} to everybody but a holder of the access key that names the dealing, {@code container-ended}
     */
    public NodeApi.Released release(NodeApi.Release request) {
        epochKeys.deleteOverdue();
        Statement<ReleaseRequest> statement = verified(request.statement());
        statement.claims().issued().requireCurrent(clock);
        HeldShare held = shares.find(statement.claims().containerId(), statement.signer());
        if (!held.dealingDigest().equals(statement.claims().dealingDigest())) {
            throw PartyShares.unknown();
        }
        if (held.endedAt(clock.instant().getEpochSecond())) {
            throw ended();
        }
        NodeApi.Released released = new NodeApi.Released(
                sign(statement, held, resealed(held, statement.claims().oneTimeKey())));
        meters.released();
        return released;
    }

    private Statement<ReleaseRequest> verified(String compact) {
        try {
            Statement<ReleaseRequest> statement = ReleaseRequest.TYPE.verifyEmbedded(compact);
            statement.claims().issued().requireFor(network.name(), identity.id());
            return statement;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/statement");
        }
    }

    private Bytes resealed(HeldShare held, HpkePublicKey oneTimeKey) {
        try (HpkePrivateKey epochKey = epochKeys.find(held.epochEnd()).orElseThrow(ReleaseShare::ended);
                Share share = open(held, epochKey)) {
            return SealedShare.seal(share, Sealing.RELEASE, held.containerId(), identity.id(), oneTimeKey, random);
        } catch (RejectedException corrupt) {
            // It opened when it was deposited, so this is nothing the caller could mend.
            throw new IllegalStateException("a kept share does not open any more");
        }
    }

    private Share open(HeldShare held, HpkePrivateKey epochKey) throws RejectedException {
        Bytes sealed = held.sealed().orElseThrow();
        return SealedShare.open(sealed, Sealing.SHARE, held.containerId(), identity.id(), held.rank(), epochKey);
    }

    private String sign(Statement<ReleaseRequest> request, HeldShare held, Bytes sealed) {
        Release release = new Release(
                Issued.now(network.name(), Issued.PARTIES, clock, random),
                held.containerId(),
                held.rank(),
                held.dealingDigest(),
                request.digest(),
                sealed);
        return Release.TYPE.sign(release, identity.key()).compact();
    }

    private static Refusal ended() {
        return Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended; its share is not given any more.");
    }
}
