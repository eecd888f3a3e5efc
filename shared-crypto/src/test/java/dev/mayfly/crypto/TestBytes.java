package dev.mayfly.crypto;

import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Bytes, secrets and repeatable randomness for tests. */
public final class TestBytes {

    private TestBytes() {}

    public static Bytes hex(String hex) {
        return Bytes.of(HexFormat.of().parseHex(hex));
    }

    public static String hex(SecretBytes secret) {
        return secret.use(HexFormat.of()::formatHex);
    }

    public static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static SecretBytes secret(Bytes bytes) {
        return SecretBytes.adopt(bytes.toByteArray());
    }

    public static SecretBytes secretHex(String hex) {
        return secret(hex(hex));
    }

    /** {@code bytes} with one bit turned over. */
    public static Bytes flip(Bytes bytes, int bit) {
        byte[] flipped = bytes.toByteArray();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return Bytes.of(flipped);
    }

    /** Random numbers that are the same in every run. */
    public static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
