package dev.mayfly.handler.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.HandlerApi;
import jakarta.inject.Singleton;

/** Ends an active container as either party. What was read stays read. */
@Singleton
public final class RevokeContainer {
    private final Party party;

    RevokeContainer(Party party) {
        this.party = party;
    }

    /** Ends the container as revoked. */
    public HandlerApi.Ended revoke(Bytes containerId) {
        CoordinatorApi.InboxItem item = party.find(containerId);
        try (ActiveContainer container = party.ask(client -> client.join(item))) {
            Ending ending = party.ask(client -> client.revoke(container));
            return new HandlerApi.Ended(containerId, ending.state(), ending.erased(), ending.issued());
        }
    }
}
