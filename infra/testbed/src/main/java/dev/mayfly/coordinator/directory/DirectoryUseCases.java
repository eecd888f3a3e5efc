package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.RegistryStore;
import java.time.Clock;

/** The use cases of this package, made without a container. */
public record DirectoryUseCases(
        Callers callers,
        RegisterKeys registerKeys,
        RotateKeys rotateKeys,
        ResetKeys resetKeys,
        CancelReset cancelReset,
        LookUpKeys lookUpKeys,
        PublishRegistry publishRegistry) {
    /** Use cases over these stores. */
    public static DirectoryUseCases of(
            Network network, VrfPrivateKey vrfKey, KeyDirectory keys, RegistryStore registries, Clock clock) {
        KeysInForce inForce = new KeysInForce(keys, clock);
        Callers callers = new Callers(network, vrfKey, inForce);
        StatedKeys stated = new StatedKeys(network);
        return new DirectoryUseCases(
                callers,
                new RegisterKeys(vrfKey, stated, inForce, keys, clock),
                new RotateKeys(network, vrfKey, stated, inForce, keys, clock),
                new ResetKeys(vrfKey, stated, inForce, keys, clock),
                new CancelReset(callers, keys, clock),
                new LookUpKeys(callers, vrfKey, inForce, clock),
                new PublishRegistry(network, registries, clock));
    }
}
