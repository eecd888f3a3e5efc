package dev.mayfly.node.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import dev.mayfly.node.share.EpochKeys;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * Checks a dealing as a whole and this node's share of it, and keeps the share as it came. The first dealing of a container
 * wins; a repeated one gets the first answer, whatever the clock says by then.
 */
@Singleton
public final class Deposit {
    private final Network network;
    private final NodeIdentity identity;
    private final Seats seats;
    private final ShareCheck shareCheck;
    private final ShareStore shares;
    private final EpochKeys epochKeys;
    private final NodeMeters meters;
    private final Clock clock;
    private final SecureRandom random;

    Deposit(
            Network network,
            NodeIdentity identity,
            Seats seats,
            ShareCheck shareCheck,
            ShareStore shares,
            EpochKeys epochKeys,
            NodeMeters meters,
            Clock clock,
            SecureRandom random) {
        this.network = network;
        this.identity = identity;
        this.seats = seats;
        this.shareCheck = shareCheck;
        this.shares = shares;
        this.epochKeys = epochKeys;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Answers a dealing and a sealed share with the {@code holding} statement.
     *
     * @throws Refusal {@code rejected} naming the field that does not hold, {@code statement-not-current}, {@code
     *     registry-outdated}, {@code forbidden} when this node was not drawn, {@code container-ended}, {@code
     *     dealing-conflict} when another dealing was first
     */
    public NodeApi.Held deposit(NodeApi.Deposit request) {
        epochKeys.deleteOverdue();
        ContainerFields fields = fields(request.container());
        Statement<DealingStatement> dealing = signedDealing(request.dealing(), fields);
        HeldShare kept = shares.find(fields.id()).orElseGet(() -> holdFirst(checked(request, fields, dealing)));
        return answer(kept, dealing.digest());
    }

    private HeldShare holdFirst(HeldShare fresh) {
        HeldShare kept = shares.holdIfFirst(fresh);
        if (kept.holding().equals(fresh.holding())) {
            meters.held();
        }
        return kept;
    }

    private static ContainerFields fields(Bytes encoded) {
        try {
            return ContainerFields.decode(encoded);
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/container");
        }
    }

    private static Statement<DealingStatement> signedDealing(String compact, ContainerFields fields) {
        try {
            return DealingStatement.TYPE.verify(compact, fields.accessKey());
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/dealing");
        }
    }

    private HeldShare checked(NodeApi.Deposit request, ContainerFields fields, Statement<DealingStatement> statement) {
        statement.claims().issued().requireCurrent(clock);
        Seat seat = seat(fields, request.proof());
        Dealing dealing = dealing(request.dealing(), seat);
        try {
            shareCheck.requireFits(request.share(), dealing, seat);
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/share");
        }
        return held(seat, dealing, request.share());
    }

    private Seat seat(ContainerFields fields, Bytes proof) {
        try {
            return seats.find(fields, proof);
        } catch (RejectedException rejected) {
            boolean inFields = rejected.field().equals(Optional.of("container"));
            throw Refusal.of(rejected, inFields ? "/container" : "/proof");
        }
    }

    private static Dealing dealing(String compact, Seat seat) {
        try {
            Dealing dealing = Dealing.verify(compact, seat.container());
            if (!dealing.contributions().containsKey(seat.rank())) {
                throw new RejectedException("contributions", "this node did not contribute to the dealing");
            }
            return dealing;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/dealing");
        }
    }

    private HeldShare held(Seat seat, Dealing dealing, Bytes sealed) {
        ContainerFields fields = seat.container().fields();
        Issued issued = Issued.now(network.name(), Issued.PUBLIC, clock, random);
        Holding claims = new Holding(issued, seat.container().id(), seat.rank(), dealing.digest());
        Statement<Holding> holding = Holding.TYPE.sign(claims, identity.key());
        return new HeldShare(
                seat.container().id(),
                seat.rank(),
                fields.accessKey(),
                dealing.digest(),
                fields.expiresAt(),
                epochKeys.epochEnd(fields.expiresAt()),
                holding.compact(),
                holding.digest(),
                Optional.of(sealed),
                Optional.empty());
    }

    private static NodeApi.Held answer(HeldShare kept, Bytes dealing) {
        if (kept.sealed().isEmpty()) {
            throw Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended; its share was erased.");
        }
        if (!kept.dealingDigest().equals(dealing)) {
            throw Refusal.of(ErrorCode.DEALING_CONFLICT, "This node keeps a share of another dealing.");
        }
        return new NodeApi.Held(kept.holding());
    }
}
