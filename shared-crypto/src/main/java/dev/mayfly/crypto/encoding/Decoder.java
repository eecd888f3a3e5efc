package dev.mayfly.crypto.encoding;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link Encoder} wrote, field by field, and accepts nothing else: whatever is decoded to its
 * {@link #end} encodes to the same bytes again.
 *
 * <p>The caller knows the sequence of fields from the label and calls {@link #end} after the last one. A decoder of a
 * secret reads from the {@link SecretBytes} it was given, which stays the caller's to close after the last field.
 */
public final class Decoder {

    private final SecretBytes source;
    private int position;

    private Decoder(SecretBytes source) {
        this.source = source;
    }

    /** Begins to read, and checks the label. */
    public static Decoder of(String label, Bytes encoded) throws RejectedException {
        return ofSecret(label, SecretBytes.adopt(encoded.toByteArray()));
    }

    /** Begins to read an encoding that holds secrets, and checks the label. */
    public static Decoder ofSecret(String label, SecretBytes encoded) throws RejectedException {
        Decoder decoder = new Decoder(encoded);
        if (!Arrays.equals(decoder.next(), Text.toUtf8(label))) {
            throw new RejectedException("not an encoding labelled " + label);
        }
        return decoder;
    }

    /** The next field as text: UTF-8 in normalisation form C. */
    public String text() throws RejectedException {
        return Text.fromUtf8(next());
    }

    /** The next field. */
    public Bytes bytes() throws RejectedException {
        return Bytes.of(next());
    }

    /** The next field, which has {@code size} bytes. */
    public Bytes bytes(int size) throws RejectedException {
        return Bytes.of(next(size));
    }

    /** The next field as an integer that is not negative. */
    public long integer() throws RejectedException {
        long value = ByteBuffer.wrap(next(Long.BYTES)).getLong();
        if (value < 0) {
            throw new RejectedException("an integer is out of range");
        }
        return value;
    }

    /** The items of the next field, a list. */
    public List<Bytes> list() throws RejectedException {
        Decoder nested = Decoder.of("", bytes());
        List<Bytes> items = new ArrayList<>();
        while (nested.position < nested.source.size()) {
            items.add(nested.bytes());
        }
        return List.copyOf(items);
    }

    /** The next field as a secret, which the caller closes. */
    public SecretBytes secret() throws RejectedException {
        return SecretBytes.adopt(next());
    }

    /** The next field as a secret of {@code size} bytes, which the caller closes. */
    public SecretBytes secret(int size) throws RejectedException {
        return SecretBytes.adopt(next(size));
    }

    /** Refuses bytes after the last field. */
    public void end() throws RejectedException {
        if (position != source.size()) {
            throw new RejectedException("an encoding has more fields than expected");
        }
    }

    private byte[] next() throws RejectedException {
        int from = fieldStart();
        return take(from, fieldLength());
    }

    private byte[] next(int size) throws RejectedException {
        int from = fieldStart();
        // Compared before anything is copied: a secret of the wrong size is not left behind in an array.
        if (fieldLength() != size) {
            throw new RejectedException("a field must be " + size + " bytes");
        }
        return take(from, size);
    }

    private byte[] take(int from, int size) {
        position = from + size;
        return source.use(all -> Arrays.copyOfRange(all, from, from + size));
    }

    private int fieldStart() throws RejectedException {
        if (source.size() - position < Integer.BYTES) {
            throw new RejectedException("an encoding ends within a field");
        }
        return position + Integer.BYTES;
    }

    private int fieldLength() throws RejectedException {
        int length =
                source.use(all -> ByteBuffer.wrap(all, position, Integer.BYTES).getInt());
        if (length < 0 || length > source.size() - position - Integer.BYTES) {
            throw new RejectedException("an encoding ends within a field");
        }
        return length;
    }
}
