package dev.mayfly.handler.message;

import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.HandlerApi;
import jakarta.inject.Singleton;

/** Opens a message. Changes nothing: it can be repeated until the container ends. */
@Singleton
public final class ReceiveMessage {
    private final Party party;

    ReceiveMessage(Party party) {
        this.party = party;
    }

    /** The message, whose content the caller wipes. */
    public HandlerApi.Received receive(Bytes containerId) {
        CoordinatorApi.InboxItem item = party.find(containerId);
        try (FetchedMessage fetched = party.ask(client -> client.fetch(item))) {
            UserId sender = fetched.container().invitation().user(Role.SENDER);
            ReceivedMessage received = party.ask(client -> client.unseal(fetched));
            return new HandlerApi.Received(
                    containerId, new HandlerApi.User(sender.issuer(), sender.subject()), received.content());
        }
    }
}
