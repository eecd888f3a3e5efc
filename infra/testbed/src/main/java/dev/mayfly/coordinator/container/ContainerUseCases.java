package dev.mayfly.coordinator.container;

import dev.mayfly.coordinator.directory.Callers;
import dev.mayfly.coordinator.meter.CoordinatorMeters;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DrawnContainers;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.share.ErasureRecords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** The use cases of this package, made without a container. */
public record ContainerUseCases(
        Parties parties,
        CreateContainer createContainer,
        ActivateContainer activateContainer,
        TellState tellState,
        ConfirmDelivery confirmDelivery,
        RevokeContainer revokeContainer,
        RecordErasures recordErasures) {
    /** Use cases over these stores. */
    public static ContainerUseCases of(
            Network network,
            VrfPrivateKey vrfKey,
            Callers callers,
            Registries registries,
            ContainerStore containers,
            Clock clock) {
        Parties parties = new Parties(callers, containers);
        DrawnContainers drawn = new DrawnContainers(network, registries);
        return new ContainerUseCases(
                parties,
                new CreateContainer(network, vrfKey, callers, registries, containers, clock),
                new ActivateContainer(
                        parties, drawn, containers, new CoordinatorMeters(new SimpleMeterRegistry()), clock),
                new TellState(parties, clock),
                new ConfirmDelivery(parties, containers, clock),
                new RevokeContainer(parties, containers, clock),
                new RecordErasures(drawn, containers, new ErasureRecords(containers), clock));
    }
}
