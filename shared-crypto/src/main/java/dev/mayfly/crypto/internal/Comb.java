package dev.mayfly.crypto.internal;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECLookupTable;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Multiples of a point that is multiplied more than once: a signed comb of four teeth (Hamburg, "Fast and compact
 * elliptic-curve cryptography", section 3.3), on Bouncy Castle's point arithmetic.
 *
 * <p>A scalar is written with 256 digits, each +1 or −1, in four rows of 64. A column of four digits picks one of 16
 * prepared sums of {@code ±P, ±2^64·P, ±2^128·P, ±2^192·P}, and since no digit is zero every column costs one addition,
 * whatever the scalar. Columns are gathered in blocks with a table each: more blocks mean a larger table and fewer
 * doublings.
 *
 * <p>For a secret scalar the table is read with a masked scan over all its entries, and the sequence of doublings and
 * additions is the same for all. The library's field arithmetic below it is of fixed length, but corrects a carry in a
 * branch: {@code docs/benchmarks.md} says what was measured of it.
 */
public final class Comb {

    /** The multiples of G, made when the first key, nonce or commitment asks for one. */
    public static final Comb G = lasting(Point.G);

    private static final int ROWS = 4;
    private static final int COLUMNS = 64;

    private final List<ECLookupTable> blocks;
    private final int width;

    private Comb(List<ECLookupTable> blocks) {
        this.blocks = blocks;
        this.width = COLUMNS / blocks.size();
    }

    /** For a point that lasts: about as much work as one multiplication, then each costs a quarter of one. */
    public static Comb lasting(Point p) {
        return new Comb(tables(p.value(), 8));
    }

    /** For two or three multiplications of a point that is then forgotten. */
    public static Comb brief(Point p) {
        return new Comb(tables(p.value(), 2));
    }

    /** {@code k·P} for a secret {@code k}: no branch and no address of this class depends on it. */
    public Point timesSecret(Scalar k) {
        return new Point(multiply(k.signedDigits(), true));
    }

    /** {@code k·P} for a {@code k} that everybody may know. */
    public Point times(Scalar k) {
        return new Point(multiply(k.signedDigits(), false));
    }

    private ECPoint multiply(long[] digits, boolean secret) {
        ECPoint sum = Point.INFINITY.value();
        for (int step = width - 1; step >= 0; step--) {
            sum = sum.twice();
            for (int block = 0; block < blocks.size(); block++) {
                int index = column(digits, block * width + step);
                ECLookupTable table = blocks.get(block);
                sum = sum.add(secret ? table.lookup(index) : table.lookupVar(index));
            }
        }
        return sum;
    }

    private static int column(long[] digits, int column) {
        int index = 0;
        for (int row = 0; row < ROWS; row++) {
            index |= (int) (digits[row] >>> column & 1) << row;
        }
        return index;
    }

    private static List<ECLookupTable> tables(ECPoint p, int count) {
        if (p.isInfinity()) {
            throw new IllegalArgumentException("infinity has no multiples");
        }
        ECCurve curve = p.getCurve();
        ECPoint[] powers = powers(p, ROWS * count);
        ECPoint[] sums = new ECPoint[count << ROWS];
        for (int block = 0; block < count; block++) {
            fill(sums, block << ROWS, powers, block, count);
        }
        curve.normalizeAll(sums);
        List<ECLookupTable> tables = new ArrayList<>();
        for (int block = 0; block < count; block++) {
            tables.add(curve.createCacheSafeLookupTable(sums, block << ROWS, 1 << ROWS));
        }
        return List.copyOf(tables);
    }

    /** P and its multiples by powers of two, {@code count} of them evenly over 256 bits, affine. */
    private static ECPoint[] powers(ECPoint p, int count) {
        ECPoint[] powers = new ECPoint[count];
        powers[0] = p;
        for (int i = 1; i < count; i++) {
            powers[i] = powers[i - 1].timesPow2(ROWS * COLUMNS / count);
        }
        p.getCurve().normalizeAll(powers);
        return powers;
    }

    /** All sums of one block: bit r of an entry's index is the sign of row r. */
    private static void fill(ECPoint[] sums, int from, ECPoint[] powers, int block, int count) {
        int half = 1 << (ROWS - 1);
        sums[from + half] = powers[(ROWS - 1) * count + block];
        for (int row = ROWS - 2; row >= 0; row--) {
            int stride = 1 << row;
            for (int i = half; i < 2 * half; i += 2 * stride) {
                ECPoint sum = sums[from + i];
                sums[from + i] = sum.subtract(powers[row * count + block]);
                sums[from + i + stride] = sum.add(powers[row * count + block]);
            }
        }
        for (int i = 0; i < half; i++) {
            sums[from + i] = sums[from + 2 * half - 1 - i].negate();
        }
    }
}
