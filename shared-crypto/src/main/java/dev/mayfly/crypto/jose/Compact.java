package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The compact serialisation of RFC 7515 and RFC 7516: parts of base64url between dots. */
final class Compact {

    private final String text;
    /** Where each part ends: at its dot, the last one with the text. */
    private final int[] ends;

    private Compact(String text, int[] ends) {
        this.text = text;
        this.ends = ends;
    }

    /** Exactly {@code count} parts of a text of at most {@code limit} characters. */
    static Compact split(String text, int count, int limit) throws RejectedException {
        if (text.length() > limit) {
            throw new RejectedException("has more than " + limit + " characters");
        }
        int[] ends = new int[count];
        int from = 0;
        for (int part = 0; part < count; part++) {
            int dot = text.indexOf('.', from);
            ends[part] = dot < 0 ? text.length() : dot;
            if (dot < 0 != (part == count - 1)) {
                throw new RejectedException("must have " + count + " parts");
            }
            from = dot + 1;
        }
        return new Compact(text, ends);
    }

    /** One part as it stands there. */
    String part(int index) {
        return text.substring(start(index), ends[index]);
    }

    /** The text up to the end of a part. */
    String upTo(int index) {
        return text.substring(0, ends[index]);
    }

    /** The number of characters of a part. */
    int length(int index) {
        return ends[index] - start(index);
    }

    /** One part's bytes. */
    Bytes decode(int index, String name) throws RejectedException {
        return decode(name, part(index));
    }

    /** The bytes of a part that is as long as a message: the buffer holds them up to its position, and has room behind. */
    ByteBuffer decodeLong(int index, String name) throws RejectedException {
        // Characters beyond Latin-1 become question marks, which base64url does not have either.
        byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            ByteBuffer decoded = ByteBuffer.wrap(latin1);
            LongBase64Url.decode(ByteBuffer.wrap(latin1, start(index), length(index)), decoded);
            return decoded;
        } catch (RejectedException malformed) {
            throw new RejectedException(name, malformed.getMessage());
        }
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1] + 1;
    }

    /** The bytes of base64url in a field of this name. */
    static Bytes decode(String name, String base64Url) throws RejectedException {
        try {
            return Bytes.fromBase64Url(base64Url);
        } catch (RejectedException malformed) {
            throw new RejectedException(name, malformed.getMessage());
        }
    }
}
