package dev.mayfly.client.message;

import dev.mayfly.client.key.Frame;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;

/**
 * A message that was opened and is what its sender stated. Close it to wipe the content; the fetched message stays the
 * caller's.
 *
 * @param keyCommitment commits to the key it was opened with
 */
public record ReceivedMessage(FetchedMessage fetched, Frame frame, Bytes keyCommitment) implements AutoCloseable {
    /** What the sender said. */
    public SecretBytes content() {
        return frame.content();
    }

    @Override
    public void close() {
        frame.close();
    }
}
