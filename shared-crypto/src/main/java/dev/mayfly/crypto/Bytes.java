package dev.mayfly.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * An immutable string of bytes that everybody may see: a digest, an encoded point, a ciphertext.
 *
 * <p>It is compared by value, prints itself as base64url and orders itself as unsigned bytes, shorter first where one
 * begins the other. Secrets belong in {@link dev.mayfly.crypto.secret.SecretBytes}.
 */
public final class Bytes implements Comparable<Bytes> {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** A copy of {@code value}. */
    public static Bytes of(byte[] value) {
        return new Bytes(value.clone());
    }

    /** {@code size} bytes drawn from {@code random}: nonces, salts, identifiers; no keys. */
    public static Bytes random(SecureRandom random, int size) {
        byte[] drawn = new byte[size];
        random.nextBytes(drawn);
        return new Bytes(drawn);
    }

    /**
     * Reads base64url (RFC 4648 section 5) in its one canonical form.
     *
     * @throws RejectedException on padding, white space, another alphabet, or bits left over that are not zero
     */
    public static Bytes fromBase64Url(String text) throws RejectedException {
        byte[] decoded;
        try {
            decoded = DECODER.decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new RejectedException("not base64url");
        }
        if (!isCanonical(text, decoded)) {
            throw new RejectedException("not canonical base64url");
        }
        return new Bytes(decoded);
    }

    /**
     * The JDK's decoder forgives padding and stray bits; the same bytes must never have two spellings. Both only occur
     * behind the last whole group of three bytes, so that only the rest is written again.
     */
    private static boolean isCanonical(String text, byte[] decoded) {
        byte[] rest = Arrays.copyOfRange(decoded, decoded.length - decoded.length % 3, decoded.length);
        return text.length() == (decoded.length * 4L + 2) / 3 && text.endsWith(ENCODER.encodeToString(rest));
    }

    /** The parts one after the other, without separators: for formats of fixed sizes only. */
    public static Bytes concat(Bytes... parts) {
        int size = Arrays.stream(parts).mapToInt(Bytes::size).reduce(0, Math::addExact);
        byte[] joined = new byte[size];
        int at = 0;
        for (Bytes part : List.of(parts)) {
            System.arraycopy(part.value, 0, joined, at, part.value.length);
            at += part.value.length;
        }
        return new Bytes(joined);
    }

    /** The number of bytes. */
    public int size() {
        return value.length;
    }

    /** A copy. */
    public byte[] toByteArray() {
        return value.clone();
    }

    /** Writes these bytes into {@code target} from {@code at} on. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(value, 0, target, at, value.length);
    }

    /** Base64url without padding. */
    public String toBase64Url() {
        return ENCODER.encodeToString(value);
    }

    /** The bytes from {@code from} up to, and without, {@code to}. */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, value.length);
        return new Bytes(Arrays.copyOfRange(value, from, to));
    }

    /**
     * These bytes, if there are {@code size} of them.
     *
     * @param what the name of the field, for the message
     */
    public Bytes requireSize(int size, String what) throws RejectedException {
        if (value.length != size) {
            throw new RejectedException(what, "must be " + size + " bytes, was " + value.length);
        }
        return this;
    }

    /** SHA-256 of these bytes, 32 bytes. */
    public Bytes sha256() {
        try {
            return new Bytes(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return toBase64Url();
    }
}
