package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.key.Frame;
import dev.mayfly.client.key.MessageKey;
import dev.mayfly.client.key.PairSecret;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/** Seals content under a container's key and stores it. */
public final class SendMessage {
    private final Session session;

    public SendMessage(Session session) {
        this.session = session;
    }

    public SentMessage send(ActiveContainer container, SecretBytes entropy, SecretBytes content)
            throws RejectedException {
        session.requireNotEnded(container.drawn().fields());
        Frame frame = Frame.of(content, session.random());
        try (MessageKey key = PairSecret.key(session, container, entropy)) {
            Jwe message = Jwe.parse(key.seal(frame, session.random()));
            Statement<MessageStatement> sent = MessageStatement.SENT.sign(
                    new MessageStatement(
                            session.toCoordinator(), container.drawn().id(), message.digest(), frame.contentDigest()),
                    container.me(session).signing());
            store(container, sent.compact(), message.compact());
            return new SentMessage(
                    container.drawn().id(), key.commitment(), message.compact().length());
        }
    }

    /** There is one message in a container: when an earlier one stands there, this one was never sent. */
    private void store(ActiveContainer container, String sent, String message) {
        CoordinatorApi.Stored stored =
                session.exchange().coordinator().send(new CoordinatorApi.Send(sent, container.opening(), message));
        if (!stored.statement().equals(sent) || !stored.message().equals(message)) {
            throw Refusal.of(ErrorCode.MESSAGE_CONFLICT, "Another message was stored in this container before.");
        }
    }
}
