package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The compact serialisation of RFC 7515 and RFC 7516: parts of base64url between dots. */
final class Compact {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Compact() {}

    /** Exactly {@code count} parts of a text of at most {@code limit} characters. */
    static List<String> split(String compact, int count, int limit) throws RejectedException {
        if (compact.length() > limit) {
            throw new RejectedException("has more than " + limit + " characters");
        }
        List<String> parts = List.of(compact.split("\\.", count + 1));
        if (parts.size() != count) {
            throw new RejectedException("must have " + count + " parts");
        }
        return parts;
    }

    /** {@code size} bytes of {@code source} as one part, without a copy of them in between. */
    static String encode(byte[] source, int from, int size) {
        ByteBuffer part = ENCODER.encode(ByteBuffer.wrap(source, from, size));
        return new String(part.array(), 0, part.limit(), StandardCharsets.ISO_8859_1);
    }

    /** One part's bytes. */
    static Bytes decode(String name, String part) throws RejectedException {
        try {
            return Bytes.fromBase64Url(part);
        } catch (RejectedException malformed) {
            throw new RejectedException(name, malformed.getMessage());
        }
    }
}
