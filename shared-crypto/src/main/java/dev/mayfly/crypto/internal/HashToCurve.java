package dev.mayfly.crypto.internal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;

/** RFC 9380 section 8.2, suite P256_XMD:SHA-256_SSWU_RO_: a point whose discrete logarithm nobody knows. */
public final class HashToCurve {

    private HashToCurve() {}

    /**
     * hash_to_curve.
     *
     * @param dst the domain separation tag, ASCII
     * @param message the message, ASCII
     */
    public static Point p256(String dst, String message) {
        HashToEllipticCurve suite = HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, dst);
        return new Point(suite.hashToCurve(message.getBytes(StandardCharsets.US_ASCII)));
    }
}
