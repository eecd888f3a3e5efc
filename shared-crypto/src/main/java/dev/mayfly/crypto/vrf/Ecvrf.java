package dev.mayfly.crypto.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;

/** The parts of ECVRF-P256-SHA256-TAI that prover and verifier share (RFC 9381 sections 5.4 and 5.5). */
final class Ecvrf {

    /** cLen. */
    static final int C_SIZE = 16;

    /** hLen, the size of beta. */
    static final int BETA_SIZE = 32;

    private static final Bytes SUITE_STRING = octet(0x01);
    private static final Bytes BACK = octet(0x00);

    private Ecvrf() {}

    /** ECVRF_encode_to_curve_try_and_increment, section 5.4.1.1; the salt is the public key Y. */
    static Point encodeToCurve(Point y, Bytes alpha) {
        for (int ctr = 0; ctr < 256; ctr++) {
            Bytes hash = Bytes.concat(SUITE_STRING, octet(0x01), y.compressed(), alpha, octet(ctr), BACK)
                    .sha256();
            try {
                return Point.decode(Bytes.concat(octet(0x02), hash));
            } catch (RejectedException notOnTheCurve) {
                // Half of all x are on no point: the next ctr.
                continue;
            }
        }
        throw new IllegalStateException("an alpha that occurs once in 2^256");
    }

    /** ECVRF_challenge_generation, section 5.4.3: 16 bytes. */
    static Bytes challenge(Point y, Point h, Point gamma, Point u, Point v) {
        Bytes points = Bytes.concat(y.compressed(), h.compressed(), gamma.compressed(), u.compressed(), v.compressed());
        return Bytes.concat(SUITE_STRING, octet(0x02), points, BACK).sha256().slice(0, C_SIZE);
    }

    /** ECVRF_proof_to_hash, section 5.2; the cofactor of P-256 is 1. */
    static Bytes proofToHash(Point gamma) {
        return Bytes.concat(SUITE_STRING, octet(0x03), gamma.compressed(), BACK).sha256();
    }

    /** {@code s·P − c·Q}, for the verifier. */
    static Point difference(Scalar s, Point p, Scalar c, Point q) {
        return Point.sumOfProducts(p, s, q, c.negated());
    }

    private static Bytes octet(int value) {
        return Bytes.of(new byte[] {(byte) value});
    }
}
