package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/** Sends into a container whose secret this party did not deal, or has forgotten: it asks the nodes for it first. */
public final class FillContainer {
    private final Session session;
    private final SendMessage sendMessage;

    public FillContainer(Session session, SendMessage sendMessage) {
        this.session = session;
        this.sendMessage = sendMessage;
    }

    public SentMessage fill(ActiveContainer container, SecretBytes content) throws RejectedException {
        if (container.role() != Role.SENDER) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Only the sender sends.");
        }
        try (SecretBytes entropy = ReleasedEntropy.of(container, session)) {
            return sendMessage.send(container, entropy, content);
        }
    }
}
