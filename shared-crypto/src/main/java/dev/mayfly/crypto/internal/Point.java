package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A point of P-256 (FIPS 186-5, SEC 2 secp256r1). The group has prime order, so every point on the curve is in it.
 *
 * <p>What is decoded is never infinity; sums and products may be, and whoever hands one out asks {@link #isInfinity}.
 * Sums are kept in projective coordinates until they are encoded, which saves an inversion for each term.
 */
public final class Point {

    /** Bytes of a compressed point (SEC 1 section 2.3.3). */
    public static final int COMPRESSED = 33;

    /** Bytes of an uncompressed point. */
    public static final int UNCOMPRESSED = 65;

    private static final ECCurve CURVE =
            CustomNamedCurves.getByName("secp256r1").getCurve();

    /** The standard generator. */
    public static final Point G =
            new Point(CustomNamedCurves.getByName("secp256r1").getG());

    /** The neutral element: where a sum begins. */
    public static final Point INFINITY = new Point(CURVE.getInfinity());

    private final ECPoint value;

    Point(ECPoint value) {
        this.value = value;
    }

    /** A point of the library's slower curve class, as a point of the one that is used here. */
    static Point imported(ECPoint foreign) {
        return new Point(CURVE.importPoint(foreign));
    }

    /**
     * Decodes 33 bytes, compressed.
     *
     * @throws RejectedException on another length or prefix, x ≥ p, or an x that is on no point
     */
    public static Point decode(Bytes encoded) throws RejectedException {
        byte[] bytes = encoded.requireSize(COMPRESSED, "point").toByteArray();
        // The library would also read infinity and hybrid forms; one point has one encoding here.
        if (bytes[0] != 0x02 && bytes[0] != 0x03) {
            throw new RejectedException("point", "not in compressed form");
        }
        return decode(bytes);
    }

    /**
     * Decodes 65 bytes, uncompressed, as HPKE sends them.
     *
     * @throws RejectedException on another length or prefix, coordinates ≥ p, or a point that is not on the curve
     */
    public static Point decodeUncompressed(Bytes encoded) throws RejectedException {
        byte[] bytes = encoded.requireSize(UNCOMPRESSED, "point").toByteArray();
        if (bytes[0] != 0x04) {
            throw new RejectedException("point", "not in uncompressed form");
        }
        return decode(bytes);
    }

    private static Point decode(byte[] bytes) throws RejectedException {
        try {
            return new Point(CURVE.decodePoint(bytes));
        } catch (IllegalArgumentException malformed) {
            throw new RejectedException("point", "not a point of P-256");
        }
    }

    ECPoint value() {
        return value;
    }

    /** {@code a·p + b·q} for scalars that are no secret, in one pass. */
    public static Point sumOfProducts(Point p, Scalar a, Point q, Scalar b) {
        return new Point(ECAlgorithms.sumOfTwoMultiplies(p.value, a.value(), q.value, b.value()));
    }

    /** The same point, inverted once and not each time that it is encoded. */
    public Point affine() {
        return new Point(value.normalize());
    }

    /** The same points, with one inversion for all of them. */
    public static List<Point> allAffine(Point... points) {
        return allAffine(List.of(points));
    }

    /** The same points, with one inversion for all of them. */
    public static List<Point> allAffine(List<Point> points) {
        ECPoint[] values = points.stream().map(Point::value).toArray(ECPoint[]::new);
        CURVE.normalizeAll(values);
        return Arrays.stream(values).map(Point::new).toList();
    }

    /** {@code k} times this point, by a multiplication whose branches and table look-ups do not depend on {@code k}. */
    public Point timesSecret(Scalar k) {
        return new Point(ECAlgorithms.multiplySecret(value, k.value()).normalize());
    }

    /** {@code k} times this point, for a small {@code k} that is no secret. */
    public Point times(int k) {
        ECPoint product = CURVE.getInfinity();
        // Double and add: for a few bits, the tables of a general multiplication cost more than they save.
        for (int bit = Integer.SIZE - Integer.numberOfLeadingZeros(k) - 1; bit >= 0; bit--) {
            product = (k >>> bit & 1) == 0 ? product.twice() : product.twicePlus(value);
        }
        return new Point(product);
    }

    /** The negative. */
    public Point negated() {
        return new Point(value.negate());
    }

    /** The sum. */
    public Point plus(Point other) {
        return new Point(value.add(other.value));
    }

    /** Whether this is the neutral element, which has no encoding here. */
    public boolean isInfinity() {
        return value.isInfinity();
    }

    /** 33 bytes, compressed. */
    public Bytes compressed() {
        return encoded(true);
    }

    /** 65 bytes, uncompressed. */
    public Bytes uncompressed() {
        return encoded(false);
    }

    private Bytes encoded(boolean compressed) {
        if (isInfinity()) {
            throw new IllegalStateException("the point at infinity has no encoding");
        }
        return Bytes.of(value.normalize().getEncoded(compressed));
    }

    /** The x coordinate, 32 bytes big-endian, in an array of the caller's own. */
    public byte[] x() {
        return value.normalize().getAffineXCoord().getEncoded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
