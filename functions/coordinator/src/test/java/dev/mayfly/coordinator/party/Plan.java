package dev.mayfly.coordinator.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.Registry;

/**
 * What an opener chooses, and may get wrong.
 *
 * @param network name in the container's fields
 * @param registry the one that the opener draws from
 * @param issuedAt seconds since the epoch
 * @param lifetime seconds
 */
public record Plan(String network, Registry registry, long issuedAt, long lifetime, Threshold threshold) {
    private static final long TEN_MINUTES = 600;

    /** Good choices. */
    public static Plan from(Registry registry, long now) {
        return new Plan(TestNetwork.NAME, registry, now, TEN_MINUTES, TestNetwork.THRESHOLD);
    }

    public Plan inNetwork(String other) {
        return new Plan(other, registry, issuedAt, lifetime, threshold);
    }

    public Plan issuedAhead(long seconds) {
        return new Plan(network, registry, issuedAt + seconds, lifetime, threshold);
    }

    public Plan living(long seconds) {
        return new Plan(network, registry, issuedAt, seconds, threshold);
    }

    public Plan with(Threshold other) {
        return new Plan(network, registry, issuedAt, lifetime, other);
    }

    public Plan under(Registry other) {
        return new Plan(network, other, issuedAt, lifetime, threshold);
    }

    Bytes registryDigest() {
        return registry.digest();
    }
}
