package dev.mayfly.handler.message;

import dev.mayfly.client.container.Ending;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/**
 * Confirms a message. A receipt is the receiver's word that it could read exactly this content, and nothing is remembered of
 * having read it: so the message is opened once more, its content wiped unseen, and only then confirmed.
 */
@Singleton
public final class ConfirmMessage {
    private final Party party;

    ConfirmMessage(Party party) {
        this.party = party;
    }

    /** Ends the container as delivered. */
    public HandlerApi.Ended confirm(Bytes containerId) {
        CoordinatorApi.InboxItem item = party.find(containerId);
        try (FetchedMessage fetched = party.ask(client -> client.fetch(item))) {
            if (fetched.container().role() != Role.RECEIVER) {
                throw Refusal.of(ErrorCode.FORBIDDEN, "Only the receiver confirms.");
            }
            try (ReceivedMessage received = party.ask(client -> client.unseal(fetched))) {
                Ending ending = party.ask(client -> client.confirm(received));
                return new HandlerApi.Ended(containerId, ending.state(), ending.erased(), ending.issued());
            }
        }
    }
}
