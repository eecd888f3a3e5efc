package dev.mayfly.domain.container;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.dealing.Dealing;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;

/** A kept container with its committee, recomputed from the registry it was drawn from. */
public final class DrawnContainers {
    private final Network network;
    private final Registries registries;

    /** Containers drawn from the versions of {@code registries}. */
    public DrawnContainers(Network network, Registries registries) {
        this.network = network;
        this.registries = registries;
    }

    /** The container as everybody computes it. */
    public DrawnContainer of(StoredContainer container) {
        try {
            return DrawnContainer.verify(
                    container.fields(), container.proof(), network, registries.version(container.registryVersion()));
        } catch (RejectedException altered) {
            throw new IllegalStateException("a stored container does not verify", altered);
        }
    }

    /**
     * The quorum certificate that activated it.
     *
     * @throws java.util.NoSuchElementException when it was never activated
     */
    public QuorumCertificate certificate(StoredContainer container, DrawnContainer drawn) {
        StoredContainer.Certificate stored = container.certificate().orElseThrow();
        try {
            return QuorumCertificate.verify(drawn, Dealing.verify(stored.dealing(), drawn), stored.holdings());
        } catch (RejectedException altered) {
            throw new IllegalStateException("a stored certificate does not verify", altered);
        }
    }
}
