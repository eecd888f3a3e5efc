package dev.mayfly.crypto.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * Secret bytes that are wiped when they are closed.
 *
 * <p>It has no value equality, is not serialisable and does not print its content, so that a secret can neither leak
 * through a log line nor be compared in a time that depends on it. Whoever creates one closes it. Copies that the
 * platform makes on its own (a moving garbage collector, key objects of a JCA provider) are out of reach: wiping
 * shortens the life of a secret, it does not prove its end.
 */
public final class SecretBytes implements AutoCloseable {

    private static final byte[] ZEROS = new byte[4096];

    private final byte[] value;
    private volatile boolean closed;

    private SecretBytes(byte[] value) {
        this.value = value;
    }

    /** A copy of {@code value}, which stays the caller's to wipe. */
    public static SecretBytes copyOf(byte[] value) {
        return new SecretBytes(value.clone());
    }

    /** Takes {@code value} over: the caller must not use the array any more, it is wiped on close. */
    public static SecretBytes adopt(byte[] value) {
        return new SecretBytes(value);
    }

    /** {@code size} bytes drawn from {@code random}. */
    public static SecretBytes random(SecureRandom random, int size) {
        byte[] drawn = new byte[size];
        random.nextBytes(drawn);
        return new SecretBytes(drawn);
    }

    /** Overwrites arrays that held secrets; null is passed over, so that it can stand in a finally block. */
    public static void wipe(byte[]... arrays) {
        for (byte[] array : arrays) {
            if (array != null) {
                wipe(array);
            }
        }
    }

    /** Arrays.fill of Java 17 takes as long for a message as half its decryption, a copy a tenth of that. */
    private static void wipe(byte[] array) {
        for (int at = 0; at < array.length; at += ZEROS.length) {
            System.arraycopy(ZEROS, 0, array, at, Math.min(ZEROS.length, array.length - at));
        }
    }

    /** The number of bytes, which is no secret. */
    public int size() {
        return value.length;
    }

    /** A copy, which the caller wipes. */
    public byte[] toByteArray() {
        return open().clone();
    }

    /** Lends the bytes themselves to {@code reader}, which must neither keep nor change them. */
    public <R> R use(Function<byte[], R> reader) {
        return reader.apply(open());
    }

    /** Whether both hold the same bytes, in a time that depends on the lengths only. */
    public boolean sameAs(SecretBytes other) {
        return MessageDigest.isEqual(open(), other.open());
    }

    /** Wipes the bytes. Every later use but another close fails with {@link IllegalStateException}. */
    @Override
    public void close() {
        closed = true;
        wipe(value);
    }

    private byte[] open() {
        if (closed) {
            throw new IllegalStateException("this secret has been wiped");
        }
        return value;
    }

    /** The size only. */
    @Override
    public String toString() {
        return "SecretBytes[" + value.length + "]";
    }
}
