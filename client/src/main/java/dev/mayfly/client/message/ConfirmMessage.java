package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.EndContainer;
import dev.mayfly.client.container.Ending;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Confirms a message with the receiver's receipt, which ends its container. */
public final class ConfirmMessage {
    private final Session session;
    private final EndContainer endContainer;

    public ConfirmMessage(Session session) {
        this.session = session;
        this.endContainer = new EndContainer(session);
    }

    public Ending confirm(ReceivedMessage received) {
        ActiveContainer container = received.fetched().container();
        String receipt = receipt(received.fetched().sent(), container.me(session));
        return endContainer.end(
                container,
                (coordinator, end) ->
                        coordinator.receipt(new CoordinatorApi.Receipt(receipt, container.opening(), end)));
    }

    private String receipt(MessageStatement sent, UserKeys me) {
        MessageStatement receipt = new MessageStatement(
                session.toCoordinator(), sent.containerId(), sent.messageDigest(), sent.contentDigest());
        return MessageStatement.RECEIPT.sign(receipt, me.signing()).compact();
    }
}
