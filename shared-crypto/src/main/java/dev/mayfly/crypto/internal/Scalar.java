package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * An integer modulo q, the order of P-256.
 *
 * <p>All arithmetic on secret scalars is in this class, because it rests on {@link BigInteger}, which is neither
 * constant time (its time follows the length of the numbers in words) nor wipeable. Scalars are therefore made for one
 * computation and dropped; what lasts is kept in {@link SecretBytes}. {@code docs/benchmarks.md} says what was measured
 * of it.
 */
public final class Scalar {

    /** Bytes of an encoded scalar, big-endian. */
    public static final int SIZE = 32;

    /** The order of the group (SEC 2 section 2.4.2). */
    private static final BigInteger Q =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final BigInteger HALF_Q = Q.shiftRight(1);

    /** 1/2 modulo q. */
    private static final BigInteger HALF = HALF_Q.add(BigInteger.ONE);

    /** 2^256 − 1: the value of a scalar whose signs are all plus. */
    private static final BigInteger ALL_ONES =
            BigInteger.ONE.shiftLeft(SIZE * Byte.SIZE).subtract(BigInteger.ONE);

    private final BigInteger value;

    private Scalar(BigInteger value) {
        this.value = value;
    }

    /**
     * Reads a secret scalar from 32 bytes.
     *
     * @throws RejectedException on another length, zero, or q and above
     */
    public static Scalar parse(SecretBytes encoded) throws RejectedException {
        if (encoded.size() == SIZE) {
            BigInteger value = encoded.use(Scalar::integer);
            if (isKey(value)) {
                return new Scalar(value);
            }
        }
        throw outOfRange();
    }

    /**
     * Reads a public scalar from 32 bytes. Zero is an element of the field like any other.
     *
     * @throws RejectedException on another length, or q and above
     */
    public static Scalar parse(Bytes encoded) throws RejectedException {
        BigInteger value = integer(encoded.requireSize(SIZE, "scalar").toByteArray());
        if (value.compareTo(Q) >= 0) {
            throw outOfRange();
        }
        return new Scalar(value);
    }

    private static boolean isKey(BigInteger value) {
        return value.signum() > 0 && value.compareTo(Q) < 0;
    }

    private static RejectedException outOfRange() {
        return new RejectedException("scalar", "must be 32 bytes and in range");
    }

    /** A scalar that this process itself wrote with {@link #toSecret}; zero included. */
    public static Scalar trusted(SecretBytes own) {
        return new Scalar(own.use(Scalar::integer));
    }

    /** Uniform in 1 … q−1, by drawing again what is out of range. */
    public static Scalar random(SecureRandom random) {
        BigInteger drawn;
        do {
            drawn = new BigInteger(SIZE * Byte.SIZE, random);
        } while (!isKey(drawn));
        return new Scalar(drawn);
    }

    /** A small integer that is no secret. */
    public static Scalar of(int value) {
        return new Scalar(BigInteger.valueOf(value).mod(Q));
    }

    /** Up to 32 bytes, big-endian, reduced modulo q: challenges, message digests, x coordinates. */
    public static Scalar reduce(byte[] bigEndian) {
        return new Scalar(integer(bigEndian).mod(Q));
    }

    static Scalar of(BigInteger value) {
        return new Scalar(value.mod(Q));
    }

    static BigInteger order() {
        return Q;
    }

    /** The sum. */
    public Scalar plus(Scalar other) {
        return of(value.add(other.value));
    }

    /** The difference. */
    public Scalar minus(Scalar other) {
        return of(value.subtract(other.value));
    }

    /** The product. */
    public Scalar times(Scalar other) {
        return of(value.multiply(other.value));
    }

    /** The negative. */
    public Scalar negated() {
        return of(value.negate());
    }

    /** The inverse; the algorithm of Bouncy Castle that takes a fixed number of steps. */
    public Scalar inverted() {
        return new Scalar(BigIntegers.modOddInverse(Q, value));
    }

    /** Whether this is zero. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Whether this is above q/2: the s that a signature must not have. */
    public boolean isHigh() {
        return value.compareTo(HALF_Q) > 0;
    }

    /** 32 bytes, big-endian. */
    public SecretBytes toSecret() {
        return SecretBytes.adopt(BigIntegers.asUnsignedByteArray(SIZE, value));
    }

    /** 32 bytes, big-endian, of a scalar that is no secret. */
    public Bytes toBytes() {
        return Bytes.of(BigIntegers.asUnsignedByteArray(SIZE, value));
    }

    BigInteger value() {
        return value;
    }

    /**
     * This scalar as {@code Σ ±2^i} over 256 bits: 64 signs a word, lowest first, a set bit for plus. It is the binary
     * form of {@code (k + 2^256 − 1) / 2}, which is taken modulo q because half of all scalars are odd.
     */
    long[] signedDigits() {
        BigInteger halved = value.add(ALL_ONES).multiply(HALF).mod(Q);
        long[] words = new long[SIZE / Long.BYTES];
        ByteBuffer bytes = ByteBuffer.wrap(BigIntegers.asUnsignedByteArray(SIZE, halved));
        for (int i = words.length - 1; i >= 0; i--) {
            words[i] = bytes.getLong();
        }
        return words;
    }

    private static BigInteger integer(byte[] bigEndian) {
        return new BigInteger(1, bigEndian);
    }

    /** Equality of scalars that are no secret: the comparison stops at the first difference. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Nothing: the usual form would print a hash of the value. */
    @Override
    public String toString() {
        return "Scalar";
    }
}
