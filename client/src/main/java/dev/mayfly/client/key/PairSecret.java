package dev.mayfly.client.key;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.Role;

/** Derives a container's key for the party that this session is. */
public final class PairSecret {
    private PairSecret() {}

    /** The key from E and the two parties' pair secret Z. */
    public static MessageKey key(Session session, ActiveContainer container, SecretBytes entropy) {
        try (SecretBytes pair =
                container.me(session).encryption().agree(container.peer().keys().encryption())) {
            return MessageKey.derive(
                    container.drawn().id(),
                    container.invitation().user(Role.SENDER),
                    container.invitation().user(Role.RECEIVER),
                    entropy,
                    pair);
        }
    }
}
