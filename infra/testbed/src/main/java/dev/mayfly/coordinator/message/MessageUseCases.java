package dev.mayfly.coordinator.message;

import dev.mayfly.coordinator.container.Parties;
import dev.mayfly.coordinator.directory.Callers;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.domain.registry.Registries;
import java.time.Clock;

/** The use cases of this package, made without a container. */
public record MessageUseCases(StoreMessage storeMessage, ReadInbox readInbox, FetchMessage fetchMessage) {
    /** Use cases over these stores. */
    public static MessageUseCases of(
            Callers callers,
            Parties parties,
            Registries registries,
            ContainerStore containers,
            Mailbox mailbox,
            Clock clock) {
        return new MessageUseCases(
                new StoreMessage(parties, containers, clock),
                new ReadInbox(callers, mailbox, clock),
                new FetchMessage(parties, registries, containers, clock));
    }
}
