package dev.mayfly.crypto.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;

/** pi, a proof (Gamma, c, s) of RFC 9381, compared by value. Well-formed, and no more until it has been verified. */
public final class VrfProof {

    /** Bytes of a proof: ptLen + cLen + qLen. */
    public static final int SIZE = Point.COMPRESSED + Ecvrf.C_SIZE + Scalar.SIZE;

    private static final int S_AT = Point.COMPRESSED + Ecvrf.C_SIZE;

    private final Point gamma;
    private final Bytes c;
    private final Scalar s;

    VrfProof(Point gamma, Bytes c, Scalar s) {
        this.gamma = gamma;
        this.c = c;
        this.s = s;
    }

    /**
     * ECVRF_decode_proof, RFC 9381 section 5.4.4: 81 bytes.
     *
     * @throws RejectedException on another length, a Gamma that is no point of P-256, or s ≥ q
     */
    public static VrfProof parse(Bytes pi) throws RejectedException {
        pi.requireSize(SIZE, "proof");
        Point gamma = Point.decode(pi.slice(0, Point.COMPRESSED));
        return new VrfProof(gamma, pi.slice(Point.COMPRESSED, S_AT), Scalar.parse(pi.slice(S_AT, SIZE)));
    }

    /** pi_string, 81 bytes. */
    public Bytes bytes() {
        return Bytes.concat(gamma.compressed(), c, s.toBytes());
    }

    /**
     * beta by ECVRF_proof_to_hash, 32 bytes. It means something only for a proof of one's own or one that
     * {@link VrfPublicKey#verify} has accepted; whoever verifies uses the beta that verify returns.
     */
    public Bytes beta() {
        return beta(VrfSuite.P256_SHA256_TAI);
    }

    /** The same for the suite that the proof was made in: a proof does not name it. */
    public Bytes beta(VrfSuite suite) {
        return Ecvrf.proofToHash(suite, gamma);
    }

    Point gamma() {
        return gamma;
    }

    Bytes c() {
        return c;
    }

    Scalar s() {
        return s;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VrfProof that && bytes().equals(that.bytes());
    }

    @Override
    public int hashCode() {
        return bytes().hashCode();
    }

    @Override
    public String toString() {
        return "VrfProof[" + bytes() + "]";
    }
}
