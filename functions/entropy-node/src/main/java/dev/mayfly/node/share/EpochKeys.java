package dev.mayfly.node.share;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.node.meter.NodeMeters;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * This node's epoch keys. A private half is read for one call and closed by it; nothing is kept in memory between calls.
 */
@Singleton
public final class EpochKeys {
    private final EpochKeyStore store;
    private final Network network;
    private final NodeMeters meters;
    private final Clock clock;
    private final SecureRandom random;

    /** Keys of this node's store, for epochs of this network's length. */
    public EpochKeys(EpochKeyStore store, Network network, NodeMeters meters, Clock clock, SecureRandom random) {
        this.store = store;
        this.network = network;
        this.meters = meters;
        this.clock = clock;
        this.random = random;
    }

    /** Deletes the keys of all epochs that are over by this node's clock, and returns how many. Every use case does this first. */
    public int deleteOverdue() {
        long now = clock.instant().getEpochSecond();
        List<Long> ends = store.deleteOverdue(now);
        ends.forEach(end -> meters.epochKeyErased(now - end));
        return ends.size();
    }

    /** The end of the epoch that a container ends in, both in seconds since the epoch. */
    public long epochEnd(long expiresAt) {
        return network.epochEnd(expiresAt);
    }

    /** The key of an epoch, made now if there is none yet. The caller closes it. */
    public HpkePrivateKey findOrCreate(long epochEnd) {
        return store.find(epochEnd).orElseGet(() -> create(epochEnd));
    }

    /** The key of an epoch; empty when it never was or is deleted. The caller closes it. */
    public Optional<HpkePrivateKey> find(long epochEnd) {
        return store.find(epochEnd);
    }

    private HpkePrivateKey create(long epochEnd) {
        HpkePrivateKey fresh = HpkePrivateKey.generate(random);
        HpkePrivateKey kept = null;
        try {
            kept = store.createIfAbsent(epochEnd, fresh);
            return kept;
        } finally {
            if (kept != fresh) {
                fresh.close();
            }
        }
    }
}
