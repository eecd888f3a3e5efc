package dev.mayfly.client.message;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.domain.message.MessageStatement;

/**
 * A message still sealed, with everything about it verified that can be before its key is derived. Close it to wipe the access
 * key.
 *
 * @param sent the sender's statement over it
 */
public record FetchedMessage(ActiveContainer container, Jwe message, MessageStatement sent) implements AutoCloseable {
    @Override
    public void close() {
        container.close();
    }
}
