package dev.mayfly.crypto.internal;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.raw.Mod;
import org.bouncycastle.math.raw.Nat;
import org.bouncycastle.math.raw.Nat256;

/**
 * Arithmetic modulo q, the order of P-256, on eight limbs of 32 bits, least first: no branch, no address and no number of
 * steps depends on the values. Sums and products of limbs are Bouncy Castle's {@link Nat256}, made for its own curves; what
 * is added here is the reduction.
 *
 * <p>Arguments are below q, results are, and no argument is changed.
 */
final class ModuloOrder {

    /** SEC 2 section 2.4.2. */
    static final BigInteger Q = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final int LIMBS = 8;
    private static final BigInteger R = BigInteger.ONE.shiftLeft(256);
    private static final int[] Q_LIMBS = Nat256.fromBigInteger(Q);
    private static final int[] MINUS_ONE_OVER_Q = Nat256.fromBigInteger(R.subtract(Q.modInverse(R)));
    private static final int[] R_SQUARED = Nat256.fromBigInteger(R.multiply(R).mod(Q));

    private ModuloOrder() {}

    /** Whether eight limbs are below q. */
    static boolean isReduced(int[] limbs) {
        return Nat256.sub(limbs, Q_LIMBS, Nat256.create()) != 0;
    }

    /** The remainder of any eight limbs: 2^256 is below 2q. */
    static int[] reduce(int[] limbs) {
        return reduceOnce(0, limbs);
    }

    static int[] sum(int[] x, int[] y) {
        int[] sum = Nat256.create();
        int carry = Nat256.add(x, y, sum);
        return reduceOnce(carry, sum);
    }

    static int[] difference(int[] x, int[] y) {
        int[] difference = Nat256.create();
        int borrow = Nat256.sub(x, y, difference);
        Nat.cadd(LIMBS, borrow, difference, Q_LIMBS, difference);
        return difference;
    }

    static int[] product(int[] x, int[] y) {
        return montgomery(montgomery(x, y), R_SQUARED);
    }

    /** x / 2: x or x + q, whichever is even, moved by one bit. */
    static int[] half(int[] x) {
        int[] even = Nat256.create();
        int carry = Nat.cadd(LIMBS, x[0], x, Q_LIMBS, even);
        Nat.shiftDownBit(LIMBS, even, carry);
        return even;
    }

    /**
     * 1 / x, in a fixed number of steps.
     *
     * @throws ArithmeticException when x is zero
     */
    static int[] inverse(int[] x) {
        int[] inverse = Nat256.create();
        Mod.checkedModOddInverse(Q_LIMBS, x, inverse);
        return inverse;
    }

    /** x·y / 2^256: the multiple of q is added that makes the lower half of the product zero (Montgomery, 1985). */
    private static int[] montgomery(int[] x, int[] y) {
        int[] product = Nat256.createExt();
        Nat256.mul(x, y, product);
        int[] factor = Nat256.createExt();
        Nat256.mul(product, MINUS_ONE_OVER_Q, factor);
        int[] sum = Nat256.createExt();
        Nat256.mul(factor, Q_LIMBS, sum);
        int carry = Nat.add(2 * LIMBS, product, sum, sum);
        return reduceOnce(carry, Arrays.copyOfRange(sum, LIMBS, 2 * LIMBS));
    }

    /** {@code carry·2^256 + limbs}, which is below 2q, less q where it is q or more. */
    private static int[] reduceOnce(int carry, int[] limbs) {
        int[] less = Nat256.create();
        int borrow = Nat256.sub(limbs, Q_LIMBS, less);
        // The borrow is -1; where no carry repays it, it was too much to subtract.
        Nat.cmov(LIMBS, carry + borrow, limbs, 0, less, 0);
        return less;
    }
}
