package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A protected header of which everything is fixed but two values of 32 bytes.
 *
 * <p>A header is read by cutting the two values out at their places, writing the header again and comparing: another
 * algorithm, type, member, order, escape or space is simply another text. There is no JSON parser to be confused.
 */
record HeaderTemplate(String before, String between, String after) {

    private static final int VALUE_SIZE = 32;
    private static final int VALUE_CHARS = 43;

    /** The header's base64url with these values. */
    String fill(Bytes first, Bytes second) {
        return base64Url(json(first.toBase64Url(), second.toBase64Url()));
    }

    /** The two values. */
    List<Bytes> read(String base64Url) throws RejectedException {
        String json = text(base64Url);
        int first = before.length();
        int second = first + VALUE_CHARS + between.length();
        if (json.length() != second + VALUE_CHARS + after.length()) {
            throw refused();
        }
        String a = json.substring(first, first + VALUE_CHARS);
        String b = json.substring(second, second + VALUE_CHARS);
        if (!json(a, b).equals(json)) {
            throw refused();
        }
        return List.of(value(a), value(b));
    }

    private String json(String first, String second) {
        return before + first + between + second + after;
    }

    private static Bytes value(String base64Url) throws RejectedException {
        try {
            return Bytes.fromBase64Url(base64Url).requireSize(VALUE_SIZE, "header");
        } catch (RejectedException malformed) {
            throw refused();
        }
    }

    private static String text(String base64Url) throws RejectedException {
        try {
            return new String(Bytes.fromBase64Url(base64Url).toByteArray(), StandardCharsets.ISO_8859_1);
        } catch (RejectedException malformed) {
            throw refused();
        }
    }

    private static String base64Url(String json) {
        return Bytes.of(json.getBytes(StandardCharsets.US_ASCII)).toBase64Url();
    }

    private static RejectedException refused() {
        return new RejectedException("header", "is not the header of this kind, letter by letter");
    }
}
