package dev.mayfly.node.share;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import java.security.SecureRandom;
import java.time.Clock;

/** The use cases of this package, made without a container. */
public record ShareUseCases(
        ReleaseShare releaseShare, EndContainer endContainer, TellErasure tellErasure, EraseExpired eraseExpired) {
    /** Use cases over these stores. */
    public static ShareUseCases of(
            Network network,
            NodeIdentity identity,
            ShareStore shares,
            EpochKeys epochKeys,
            NodeMeters meters,
            Clock clock,
            SecureRandom random) {
        PartyShares partyShares = new PartyShares(shares);
        EraseShare eraseShare = new EraseShare(network, identity, shares, meters, clock, random);
        return new ShareUseCases(
                new ReleaseShare(network, identity, partyShares, epochKeys, meters, clock, random),
                new EndContainer(network, partyShares, eraseShare, epochKeys),
                new TellErasure(shares, eraseShare, epochKeys, clock),
                new EraseExpired(shares, eraseShare, epochKeys, meters, clock));
    }
}
