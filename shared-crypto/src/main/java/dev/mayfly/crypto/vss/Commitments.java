package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The commitments A_0 … A_{k−1} to the coefficients of a dealing: public, compared by value. A_0 commits to the secret,
 * and {@link #at} gives what the share of an index must open.
 */
public final class Commitments {

    /** The smallest k: with one share enough there would be nothing to share. */
    public static final int MIN_THRESHOLD = 2;

    /** The largest k that is looked at. */
    public static final int MAX_THRESHOLD = 255;

    private final List<Commitment> coefficients;

    private Commitments(List<Commitment> coefficients) {
        this.coefficients = List.copyOf(coefficients);
    }

    /**
     * Reads k compressed points, 33 bytes each, 2 ≤ k ≤ 255.
     *
     * @throws RejectedException when one is no point, or there are too few or too many
     */
    public static Commitments parse(List<Bytes> encoded) throws RejectedException {
        if (encoded.size() < MIN_THRESHOLD || encoded.size() > MAX_THRESHOLD) {
            throw new RejectedException("commitments", "must be 2 to 255 points");
        }
        List<Commitment> coefficients = new ArrayList<>();
        for (Bytes point : encoded) {
            coefficients.add(Commitment.parse(point));
        }
        return new Commitments(coefficients);
    }

    /** The commitments to these, with one inversion for all of them. */
    static Commitments to(List<Opening> coefficients) {
        List<Point> points =
                Point.allAffine(coefficients.stream().map(Opening::point).toList());
        return new Commitments(points.stream().map(Commitment::own).toList());
    }

    /** The compressed points, A_0 first. */
    public List<Bytes> bytes() {
        return coefficients.stream().map(Commitment::bytes).toList();
    }

    /** k, the number of shares that give the secret back. */
    public int threshold() {
        return coefficients.size();
    }

    /** A_0, the commitment to the secret. */
    public Commitment secret() {
        return coefficients.get(0);
    }

    /**
     * {@code Σ A_j·x^j}, which the share of index x opens.
     *
     * @param index x, 1 or more
     * @throws RejectedException when the sum is infinity, which no honest dealer's is
     */
    public Commitment at(int index) throws RejectedException {
        if (index < 1) {
            throw new RejectedException("index", "must be 1 or more");
        }
        // Horner's rule: every multiplication is by the index, a few bits, instead of by its powers.
        Point sum = Point.INFINITY;
        for (int j = coefficients.size() - 1; j >= 0; j--) {
            sum = sum.times(index).plus(coefficients.get(j).point());
        }
        return Commitment.of(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitments that && coefficients.equals(that.coefficients);
    }

    @Override
    public int hashCode() {
        return coefficients.hashCode();
    }

    @Override
    public String toString() {
        return "Commitments" + bytes();
    }
}
