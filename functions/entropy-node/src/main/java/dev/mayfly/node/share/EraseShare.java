package dev.mayfly.node.share;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.Erasure;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Erases one share and says so. The caller has decided that its time has come. */
@Singleton
final class EraseShare {
    private final Network network;
    private final NodeIdentity identity;
    private final ShareStore shares;
    private final NodeMeters meters;
    private final Clock clock;
    private final SecureRandom random;

    EraseShare(
            Network network,
            NodeIdentity identity,
            ShareStore shares,
            NodeMeters meters,
            Clock clock,
            SecureRandom random) {
        this.network = network;
        this.identity = identity;
        this.shares = shares;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
    }

    /** The {@code erasure} statement that is kept afterwards: a new one, or the first when it was erased already. */
    String erase(HeldShare held) {
        return held.erasure().orElseGet(() -> eraseNow(held));
    }

    private String eraseNow(HeldShare held) {
        Erasure erasure = new Erasure(
                Issued.now(network.name(), Issued.PUBLIC, clock, random),
                held.containerId(),
                held.rank(),
                held.holdingDigest());
        String signed = Erasure.TYPE.sign(erasure, identity.key()).compact();
        String kept = shares.eraseIfHeld(held.containerId(), signed)
                .flatMap(HeldShare::erasure)
                .orElseThrow(PartyShares::unknown);
        if (kept.equals(signed)) {
            meters.shareErased(clock.instant().getEpochSecond() - held.expiresAt());
        }
        return kept;
    }
}
