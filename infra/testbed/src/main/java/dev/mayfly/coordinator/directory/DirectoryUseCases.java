package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.RegistryStore;
import java.time.Clock;

/** The use cases of this package, made without a container. */
public record DirectoryUseCases(
        Callers callers, RegisterKeys registerKeys, LookUpKeys lookUpKeys, PublishRegistry publishRegistry) {
    /** Use cases over these stores. */
    public static DirectoryUseCases of(
            Network network, VrfPrivateKey vrfKey, KeyDirectory keys, RegistryStore registries, Clock clock) {
        Callers callers = new Callers(network, vrfKey, keys);
        KeyHistory history = new KeyHistory(keys);
        return new DirectoryUseCases(
                callers,
                new RegisterKeys(network, vrfKey, keys, history, clock),
                new LookUpKeys(callers, vrfKey, history, clock),
                new PublishRegistry(network, registries, clock));
    }
}
