package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import java.util.List;

/**
 * A Pedersen commitment {@code C = s·G + r·H}: it fixes s and says nothing about it, however much anybody can compute.
 * A point of P-256, never infinity, compared by value.
 */
public final class Commitment {

    private final Point point;

    private Commitment(Point point) {
        this.point = point;
    }

    /**
     * Reads a compressed point, 33 bytes.
     *
     * @throws RejectedException when it is not one, or is infinity
     */
    public static Commitment parse(Bytes compressed) throws RejectedException {
        return new Commitment(Point.decode(compressed));
    }

    /**
     * The commitment to the sum of what these commit to.
     *
     * @throws RejectedException when there are none, or they cancel each other out
     */
    public static Commitment sum(List<Commitment> commitments) throws RejectedException {
        Point sum = Point.INFINITY;
        for (Commitment commitment : commitments) {
            sum = sum.plus(commitment.point);
        }
        return of(sum);
    }

    static Commitment of(Point point) throws RejectedException {
        if (point.isInfinity()) {
            throw new RejectedException("commitments add up to infinity");
        }
        return new Commitment(point);
    }

    /** The commitment to an opening of our own, affine. */
    static Commitment own(Point point) {
        if (point.isInfinity()) {
            throw new IllegalStateException("an opening that commits to nothing");
        }
        return new Commitment(point);
    }

    /** The compressed point, 33 bytes. */
    public Bytes bytes() {
        return point.compressed();
    }

    Point point() {
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitment that && point.equals(that.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    @Override
    public String toString() {
        return "Commitment[" + bytes() + "]";
    }
}
