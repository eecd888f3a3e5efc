package dev.mayfly.crypto.encoding;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Writes {@code encode(label, f1, f2, …)}: the label and each field behind its length in four bytes, big-endian.
 *
 * <p>Integers are 8 bytes big-endian, text is UTF-8, a list is one field that holds {@code encode("", items…)}. The
 * encoding is injective: different fields never give the same bytes, ("ab","c") and ("a","bc") included. It does not
 * say what type a field has; the label stands for the sequence of types, so one label has one meaning.
 *
 * <p>An encoder that was given a secret can be finished with {@link #toSecret} only, once, and is wiped by it.
 */
public final class Encoder {

    private byte[] buffer = new byte[256];
    private int length;
    private boolean secret;

    private Encoder() {}

    /** Begins with {@code label}, such as {@code mayfly/v1/container}. */
    public static Encoder of(String label) {
        return new Encoder().text(label);
    }

    /**
     * Appends UTF-8 text.
     *
     * @throws IllegalArgumentException when the text is not in normalisation form C or holds an unpaired surrogate:
     *     text from outside is checked with {@link Text#requireNfc} beforehand
     */
    public Encoder text(String value) {
        return field(Text.toUtf8(value));
    }

    /** Appends bytes as they are. */
    public Encoder bytes(Bytes value) {
        return field(value.toByteArray());
    }

    /**
     * Appends 8 bytes, big-endian.
     *
     * @throws IllegalArgumentException when {@code value} is negative
     */
    public Encoder integer(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("integers are not negative");
        }
        return field(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** Appends one field that holds all {@code items}. */
    public Encoder list(List<Bytes> items) {
        Encoder nested = of("");
        items.forEach(nested::bytes);
        return bytes(nested.toBytes());
    }

    /** Appends secret bytes; from now on only {@link #toSecret} finishes this encoding. */
    public Encoder secret(SecretBytes value) {
        secret = true;
        return value.use(this::field);
    }

    /** The encoding. */
    public Bytes toBytes() {
        if (secret) {
            throw new IllegalStateException("an encoding that holds a secret ends with toSecret");
        }
        return Bytes.of(Arrays.copyOf(buffer, length));
    }

    /**
     * The encoding up to a last field of {@code size} bytes and without that field's bytes, for one that is too long to be
     * copied: followed by those bytes it is the whole encoding.
     */
    public Bytes toBytesBefore(int size) {
        Bytes before = toBytes();
        return Bytes.concat(
                before, Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(size).array()));
    }

    /** SHA-256 of the encoding, 32 bytes. */
    public Bytes sha256() {
        return toBytes().sha256();
    }

    /** The encoding as a secret, which the caller closes. This encoder is wiped. */
    public SecretBytes toSecret() {
        byte[] written = buffer;
        int size = length;
        buffer = new byte[0];
        length = 0;
        if (size == written.length) {
            // A long last field has made the buffer exactly as long as it must be: no copy of it to wipe.
            return SecretBytes.adopt(written);
        }
        SecretBytes result = SecretBytes.adopt(Arrays.copyOf(written, size));
        SecretBytes.wipe(written);
        return result;
    }

    private Encoder field(byte[] value) {
        reserve(Math.addExact(Integer.BYTES, value.length));
        ByteBuffer.wrap(buffer, length, buffer.length - length)
                .putInt(value.length)
                .put(value);
        length += Integer.BYTES + value.length;
        return this;
    }

    private void reserve(int more) {
        int needed = Math.addExact(length, more);
        if (needed > buffer.length) {
            byte[] grown =
                    Arrays.copyOf(buffer, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, buffer.length * 2L)));
            SecretBytes.wipe(buffer);
            buffer = grown;
        }
    }
}
