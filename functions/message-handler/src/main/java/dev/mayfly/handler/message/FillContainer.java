package dev.mayfly.handler.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.HandlerApi;
import jakarta.inject.Singleton;

/** Sends content in a container that waits for it. There is room for one message: whoever comes later is told so. */
@Singleton
public final class FillContainer {
    private final Party party;

    FillContainer(Party party) {
        this.party = party;
    }

    /** Sends and wipes the request's content. */
    public HandlerApi.Sent fill(HandlerApi.Fill request) {
        try (SecretBytes content = request.content()) {
            Terms.requireFits(content);
            CoordinatorApi.InboxItem item = party.find(request.containerId());
            try (ActiveContainer container = party.ask(client -> client.join(item))) {
                party.ask(client -> client.send(container, content));
                return new HandlerApi.Sent(request.containerId());
            }
        }
    }
}
