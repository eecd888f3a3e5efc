package dev.mayfly.crypto.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.internal.Point;

/** The parts of ECVRF on P-256 that prover and verifier share (RFC 9381 sections 5.2 and 5.4). */
final class Ecvrf {

    /** cLen. */
    static final int C_SIZE = 16;

    /** hLen, the size of beta. */
    static final int BETA_SIZE = 32;

    private static final Bytes BACK = VrfSuite.octet(0x00);

    private Ecvrf() {}

    /** ECVRF_challenge_generation, section 5.4.3: 16 bytes. */
    static Bytes challenge(VrfSuite suite, Point y, Point h, Point gamma, Point u, Point v) {
        Bytes points = Bytes.concat(y.compressed(), h.compressed(), gamma.compressed(), u.compressed(), v.compressed());
        return Bytes.concat(suite.suiteString(), VrfSuite.octet(0x02), points, BACK)
                .sha256()
                .slice(0, C_SIZE);
    }

    /** ECVRF_proof_to_hash, section 5.2; the cofactor of P-256 is 1. */
    static Bytes proofToHash(VrfSuite suite, Point gamma) {
        return Bytes.concat(suite.suiteString(), VrfSuite.octet(0x03), gamma.compressed(), BACK)
                .sha256();
    }
}
