package dev.mayfly.crypto.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Comb;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;
import java.util.List;

/** Y, the public key that proofs are verified under, compared by value. */
public final class VrfPublicKey {

    private final Point y;
    private volatile Comb multiples;

    VrfPublicKey(Point y) {
        this.y = y;
    }

    /**
     * Reads a compressed point, 33 bytes, with ECVRF_validate_key (RFC 9381 section 5.4.5): on P-256 a point that is not
     * infinity is a valid key.
     *
     * @throws RejectedException when it is no such point
     */
    public static VrfPublicKey parse(Bytes sec1Compressed) throws RejectedException {
        return new VrfPublicKey(Point.decode(sec1Compressed));
    }

    /** PK_string, 33 bytes. */
    public Bytes bytes() {
        return y.compressed();
    }

    /**
     * ECVRF_verify, RFC 9381 section 5.3, in the protocol's suite, TAI.
     *
     * @param alpha alpha_string, what the proof is about
     * @return beta, 32 bytes
     * @throws RejectedException when {@code pi} does not prove the output of this key on {@code alpha}
     */
    public Bytes verify(Bytes alpha, VrfProof pi) throws RejectedException {
        return verify(VrfSuite.P256_SHA256_TAI, alpha, pi);
    }

    /** ECVRF_verify in one of the suites. */
    public Bytes verify(VrfSuite suite, Bytes alpha, VrfProof pi) throws RejectedException {
        Point h = suite.encodeToCurve(y, alpha);
        Scalar c = Scalar.reduce(pi.c().toByteArray());
        // c has 128 bits: the negative of Gamma costs nothing, that of c would be twice as long.
        List<Point> points = Point.allAffine(
                Comb.G.times(pi.s()).plus(multiplesOfY().times(c.negated())),
                Point.sumOfProducts(h, pi.s(), pi.gamma().negated(), c));
        Point u = points.get(0);
        Point v = points.get(1);
        // U and V of an honest proof are k·B and k·H, k not zero: infinity only comes out of a made-up one.
        boolean valid = !u.isInfinity()
                && !v.isInfinity()
                && Ecvrf.challenge(suite, y, h, pi.gamma(), u, v).equals(pi.c());
        if (!valid) {
            throw new RejectedException("proof", "does not verify");
        }
        return pi.beta(suite);
    }

    /** Made at the first proof and kept: a network has one key, and every container brings a proof under it. */
    private Comb multiplesOfY() {
        Comb made = multiples;
        if (made == null) {
            made = Comb.lasting(y);
            multiples = made;
        }
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VrfPublicKey that && y.equals(that.y);
    }

    @Override
    public int hashCode() {
        return y.hashCode();
    }

    @Override
    public String toString() {
        return "VrfPublicKey[" + bytes() + "]";
    }
}
