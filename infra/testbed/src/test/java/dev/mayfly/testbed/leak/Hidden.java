package dev.mayfly.testbed.leak;

import dev.mayfly.crypto.secret.SecretBytes;

/** A secret that a test remembers and a search of its own memory does not find, because every bit of it is turned over. */
final class Hidden {
    private final byte[] turned;

    /** Remembers a secret and closes it. */
    Hidden(SecretBytes secret) {
        try (secret) {
            turned = secret.use(Hidden::turnedOver);
        }
    }

    /** The secret, for when the memory was searched. */
    SecretBytes shown() {
        return SecretBytes.adopt(turnedOver(turned));
    }

    private static byte[] turnedOver(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            turned[at] = (byte) ~bytes[at];
        }
        return turned;
    }
}
