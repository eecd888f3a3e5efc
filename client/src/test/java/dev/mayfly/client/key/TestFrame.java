package dev.mayfly.client.key;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;

/** What a frame is sealed as, in one piece. */
final class TestFrame {
    private TestFrame() {}

    static SecretBytes whole(Frame frame) {
        Bytes content = frame.content().use(Bytes::of);
        return SecretBytes.adopt(Bytes.concat(frame.head(), content).toByteArray());
    }
}
