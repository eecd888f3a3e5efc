package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.JoinContainer;
import dev.mayfly.client.container.JoinedContainer;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/** Fetches the message of a container that waits, and verifies all of it before any key is derived. */
public final class FetchMessage {
    private final Session session;
    private final JoinContainer joinContainer;

    public FetchMessage(Session session, JoinContainer joinContainer) {
        this.session = session;
        this.joinContainer = joinContainer;
    }

    public FetchedMessage fetch(CoordinatorApi.InboxItem item) throws RejectedException {
        JoinedContainer joined = joinContainer.join(item);
        try {
            if (joined.message().isEmpty()) {
                throw Refusal.of(ErrorCode.MESSAGE_MISSING, "Nothing was sent in it yet.");
            }
            return verified(joined);
        } catch (RejectedException | RuntimeException failed) {
            joined.close();
            throw failed;
        }
    }

    private FetchedMessage verified(JoinedContainer joined) throws RejectedException {
        ActiveContainer container = joined.container();
        Bytes id = container.drawn().id();
        Jwe message = Jwe.parse(joined.message());
        MessageStatement sent =
                MessageStatement.SENT.verify(joined.sent(), sender(container)).claims();
        boolean overThis = sent.containerId().equals(id)
                && message.containerId().equals(id)
                && sent.messageDigest().equals(message.digest());
        if (!overThis) {
            throw new RejectedException("sent", "the sender sent another message");
        }
        return new FetchedMessage(container, message, sent);
    }

    private SigningPublicKey sender(ActiveContainer container) {
        return container.role() == Role.SENDER
                ? container.me(session).signing().publicKey()
                : container.peer().keys().signing();
    }
}
