package dev.mayfly.coordinator.container;

import dev.mayfly.coordinator.directory.Registries;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.network.Network;
import jakarta.inject.Singleton;

/** A kept container with its committee, recomputed from the registry it was drawn from. */
@Singleton
class DrawnContainers {
    private final Network network;
    private final Registries registries;

    DrawnContainers(Network network, Registries registries) {
        this.network = network;
        this.registries = registries;
    }

    DrawnContainer of(StoredContainer container) {
        try {
            return DrawnContainer.verify(
                    container.fields(), container.proof(), network, registries.version(container.registryVersion()));
        } catch (RejectedException altered) {
            throw new IllegalStateException("a stored container does not verify", altered);
        }
    }
}
