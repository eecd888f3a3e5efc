package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the admin's next version of the registry into force. The same version again finds itself. */
@Singleton
public class PublishRegistry {
    private final Network network;
    private final RegistryStore store;
    private final Clock clock;

    PublishRegistry(Network network, RegistryStore store, Clock clock) {
        this.network = network;
        this.store = store;
        this.clock = clock;
    }

    /** Publishes a statement of the network's admin. Its age does not matter: only the next version ever fits. */
    public CoordinatorApi.SignedRegistry publish(String compact) {
        Registry registry = verified(compact);
        String stored = store.publishIfNext(
                        registry.version(),
                        new EntryBody.RegistryPublished(compact),
                        clock.instant().getEpochSecond())
                .orElseThrow(() -> notNext(registry));
        if (!stored.equals(compact)) {
            throw notNext(registry);
        }
        return new CoordinatorApi.SignedRegistry(stored);
    }

    private Registry verified(String compact) {
        try {
            return Registry.verify(compact, network);
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/registry");
        }
    }

    private static Refusal notNext(Registry registry) {
        return Refusal.ofField(
                ErrorCode.REGISTRY_CONFLICT, "/registry", "Version " + registry.version() + " is not the next one.");
    }
}
