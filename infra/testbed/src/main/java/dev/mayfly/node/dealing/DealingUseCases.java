package dev.mayfly.node.dealing;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import dev.mayfly.node.registry.KnownRegistry;
import dev.mayfly.node.share.EpochKeys;
import java.security.SecureRandom;
import java.time.Clock;

/** The use cases of this package, made without a container. */
public record DealingUseCases(Contribute contribute, Deposit deposit) {
    /** Use cases over these stores. */
    public static DealingUseCases of(
            Network network,
            NodeIdentity identity,
            KnownRegistry registry,
            ShareStore shares,
            EpochKeys epochKeys,
            NodeMeters meters,
            Clock clock,
            SecureRandom random) {
        Seats seats = new Seats(network, identity, registry, clock);
        ShareCheck shareCheck = new ShareCheck(identity, epochKeys);
        return new DealingUseCases(
                new Contribute(network, identity, seats, epochKeys, meters, clock, random),
                new Deposit(network, identity, seats, shareCheck, shares, epochKeys, meters, clock, random));
    }
}
