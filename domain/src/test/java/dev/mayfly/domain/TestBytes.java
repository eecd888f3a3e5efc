package dev.mayfly.domain;

import dev.mayfly.crypto.Bytes;
import java.nio.charset.StandardCharsets;

/** Byte strings for tests. */
public final class TestBytes {

    private TestBytes() {}

    /** {@code bytes} with one bit of one byte turned over. */
    public static Bytes flip(Bytes bytes, int position) {
        byte[] flipped = bytes.toByteArray();
        flipped[position] ^= (byte) (1 << position % 8);
        return Bytes.of(flipped);
    }

    public static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
