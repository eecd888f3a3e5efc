package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.internal.Comb;
import dev.mayfly.crypto.internal.HashToCurve;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;

/** The two generators of a commitment: G of the curve, and H, whose logarithm to G nobody knows. */
final class Generators {

    /** RFC 9380, P256_XMD:SHA-256_SSWU_RO_, as {@code docs/protocol.md} section 2 fixes it. */
    static final Point H = HashToCurve.p256("mayfly/v1/pedersen-h", "H");

    private static final Comb MULTIPLES_OF_H = Comb.lasting(H);

    private Generators() {}

    /** {@code s·G + r·H}, for secret s and r. */
    static Point commit(Scalar s, Scalar r) {
        return Comb.G.timesSecret(s).plus(MULTIPLES_OF_H.timesSecret(r));
    }
}
