package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.raw.Nat256;

/**
 * An integer modulo q, the order of P-256.
 *
 * <p>Its arithmetic takes the same steps for all values ({@link ModuloOrder}). Only {@link #value} leaves that: the
 * library's multiplications and its RFC 6979 take a {@link BigInteger}, which has fewer words for one number in 2^32.
 * Scalars are made for one computation and dropped; what lasts is kept in {@link SecretBytes}, which is wiped.
 */
public final class Scalar {

    /** Bytes of an encoded scalar, big-endian. */
    public static final int SIZE = 32;

    private static final int LIMBS = SIZE / Integer.BYTES;
    private static final int[] ZERO = new int[LIMBS];
    private static final int[] HALF_Q = Nat256.fromBigInteger(ModuloOrder.Q.shiftRight(1));

    /** 2^256 − 1, modulo q: the value of a scalar whose signs are all plus. */
    private static final int[] ALL_PLUS = Nat256.fromBigInteger(
            BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE).mod(ModuloOrder.Q));

    private final int[] limbs;

    private Scalar(int[] limbs) {
        this.limbs = limbs;
    }

    /**
     * Reads a secret scalar from 32 bytes.
     *
     * @throws RejectedException on another length, zero, or q and above
     */
    public static Scalar parse(SecretBytes encoded) throws RejectedException {
        if (encoded.size() == SIZE) {
            int[] limbs = encoded.use(Scalar::limbs);
            if (isKey(limbs)) {
                return new Scalar(limbs);
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
        int[] limbs = limbs(encoded.requireSize(SIZE, "scalar").toByteArray());
        if (!ModuloOrder.isReduced(limbs)) {
            throw outOfRange();
        }
        return new Scalar(limbs);
    }

    private static boolean isKey(int[] limbs) {
        return ModuloOrder.isReduced(limbs) && !isZero(limbs);
    }

    private static RejectedException outOfRange() {
        return new RejectedException("scalar", "must be 32 bytes and in range");
    }

    /** A scalar that this process itself wrote with {@link #toSecret}; zero included. */
    public static Scalar trusted(SecretBytes own) {
        return new Scalar(own.use(Scalar::limbs));
    }

    /** Uniform in 1 … q−1, by drawing again what is out of range. */
    public static Scalar random(SecureRandom random) {
        int[] limbs;
        do {
            try (SecretBytes drawn = SecretBytes.random(random, SIZE)) {
                limbs = drawn.use(Scalar::limbs);
            }
        } while (!isKey(limbs));
        return new Scalar(limbs);
    }

    /** A small integer, not negative, that is no secret. */
    public static Scalar of(int value) {
        return of(BigInteger.valueOf(value));
    }

    /** Up to 32 bytes, big-endian, reduced modulo q: challenges, message digests, x coordinates. */
    public static Scalar reduce(byte[] bigEndian) {
        byte[] padded = new byte[SIZE];
        System.arraycopy(bigEndian, 0, padded, SIZE - bigEndian.length, bigEndian.length);
        return new Scalar(ModuloOrder.reduce(limbs(padded)));
    }

    /** An integer of the library's, 0 … q−1. */
    static Scalar of(BigInteger reduced) {
        return new Scalar(Nat256.fromBigInteger(reduced));
    }

    static BigInteger order() {
        return ModuloOrder.Q;
    }

    /** The sum. */
    public Scalar plus(Scalar other) {
        return new Scalar(ModuloOrder.sum(limbs, other.limbs));
    }

    /** The difference. */
    public Scalar minus(Scalar other) {
        return new Scalar(ModuloOrder.difference(limbs, other.limbs));
    }

    /** The product. */
    public Scalar times(Scalar other) {
        return new Scalar(ModuloOrder.product(limbs, other.limbs));
    }

    /** The negative. */
    public Scalar negated() {
        return new Scalar(ModuloOrder.difference(ZERO, limbs));
    }

    /**
     * The inverse.
     *
     * @throws ArithmeticException when this is zero
     */
    public Scalar inverted() {
        return new Scalar(ModuloOrder.inverse(limbs));
    }

    /** Whether this is zero. */
    public boolean isZero() {
        return isZero(limbs);
    }

    private static boolean isZero(int[] limbs) {
        int bits = 0;
        for (int limb : limbs) {
            bits |= limb;
        }
        return bits == 0;
    }

    /** Whether this is above q/2: the s that a signature must not have. */
    public boolean isHigh() {
        return Nat256.sub(HALF_Q, limbs, Nat256.create()) != 0;
    }

    /** 32 bytes, big-endian. */
    public SecretBytes toSecret() {
        return SecretBytes.adopt(bigEndian());
    }

    /** 32 bytes, big-endian, of a scalar that is no secret. */
    public Bytes toBytes() {
        return Bytes.of(bigEndian());
    }

    /** For what only takes these. */
    BigInteger value() {
        return Nat256.toBigInteger(limbs);
    }

    /**
     * This scalar as {@code Σ ±2^i} over 256 bits: 64 signs a word, lowest first, a set bit for plus. It is the binary
     * form of {@code (k + 2^256 − 1) / 2}, which is taken modulo q because half of all scalars are odd.
     */
    long[] signedDigits() {
        int[] halved = ModuloOrder.half(ModuloOrder.sum(limbs, ALL_PLUS));
        long[] words = new long[LIMBS / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.toUnsignedLong(halved[2 * i]) | (long) halved[2 * i + 1] << Integer.SIZE;
        }
        return words;
    }

    private static int[] limbs(byte[] bigEndian) {
        int[] limbs = new int[LIMBS];
        ByteBuffer bytes = ByteBuffer.wrap(bigEndian);
        for (int i = LIMBS - 1; i >= 0; i--) {
            limbs[i] = bytes.getInt();
        }
        return limbs;
    }

    private byte[] bigEndian() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        for (int i = LIMBS - 1; i >= 0; i--) {
            bytes.putInt(limbs[i]);
        }
        return bytes.array();
    }

    /** Equality of scalars that are no secret: the comparison stops at the first difference. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar that && Arrays.equals(limbs, that.limbs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(limbs);
    }

    /** Nothing: the usual form would print a hash of the value. */
    @Override
    public String toString() {
        return "Scalar";
    }
}
