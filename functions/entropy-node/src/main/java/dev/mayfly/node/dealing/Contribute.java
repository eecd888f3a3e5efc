package dev.mayfly.node.dealing;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.ContributeRequest;
import dev.mayfly.domain.dealing.Contribution;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import dev.mayfly.node.share.EpochKeys;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Draws this node's part of a container's entropy and gives it away. Nothing of it is kept, so it can be asked for again and
 * is another each time; the opener takes one. All that may stay behind is a new epoch key.
 */
@Singleton
public final class Contribute {
    private final Network network;
    private final NodeIdentity identity;
    private final Seats seats;
    private final EpochKeys epochKeys;
    private final NodeMeters meters;
    private final Clock clock;
    private final SecureRandom random;

    Contribute(
            Network network,
            NodeIdentity identity,
            Seats seats,
            EpochKeys epochKeys,
            NodeMeters meters,
            Clock clock,
            SecureRandom random) {
        this.network = network;
        this.identity = identity;
        this.seats = seats;
        this.epochKeys = epochKeys;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Answers a {@code contribute} statement with a {@code contribution} statement and its opening, sealed to the one-time
     * key of the request.
     *
     * @throws Refusal {@code rejected} when the statement is not the access key's for this node or its container was never
     *     drawn, {@code statement-not-current}, {@code registry-outdated}, {@code forbidden} when this node was not drawn,
     *     {@code container-ended}
     */
    public NodeApi.Contributed contribute(NodeApi.Contribute request) {
        epochKeys.deleteOverdue();
        try {
            ContributeRequest asked =
                    ContributeRequest.verify(request.statement()).claims();
            asked.issued().requireFor(network.name(), identity.id());
            asked.issued().requireCurrent(clock);
            NodeApi.Contributed contributed = draw(seats.find(asked.fields(), asked.proof()), asked.oneTimeKey());
            meters.contributed();
            return contributed;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/statement");
        }
    }

    private NodeApi.Contributed draw(Seat seat, HpkePublicKey oneTimeKey) {
        try (Opening opening = Opening.random(random)) {
            String contribution = sign(seat, opening.commit());
            return new NodeApi.Contributed(
                    contribution,
                    SealedOpening.seal(opening, seat.container().id(), identity.id(), seat.rank(), oneTimeKey, random));
        }
    }

    private String sign(Seat seat, Commitment commitment) {
        long epochEnd = epochKeys.epochEnd(seat.container().fields().expiresAt());
        try (HpkePrivateKey epochKey = epochKeys.findOrCreate(epochEnd)) {
            Contribution contribution = new Contribution(
                    Issued.now(network.name(), Issued.PUBLIC, clock, random),
                    seat.container().id(),
                    seat.rank(),
                    commitment,
                    epochEnd,
                    epochKey.publicKey());
            return Contribution.TYPE.sign(contribution, identity.key()).compact();
        }
    }
}
