package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;

/** RFC 9380 section 8.2, P-256 with SHA-256: a point whose discrete logarithm nobody knows. */
public final class HashToCurve {

    private HashToCurve() {}

    /**
     * hash_to_curve, suite P256_XMD:SHA-256_SSWU_RO_: uniform among all points.
     *
     * @param dst the domain separation tag, ASCII
     * @param message the message, ASCII
     */
    public static Point p256(String dst, String message) {
        return p256(dst, Bytes.of(message.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same for a message of any bytes. */
    public static Point p256(String dst, Bytes message) {
        return Point.imported(suite(dst).hashToCurve(message.toByteArray()));
    }

    /**
     * encode_to_curve, suite P256_XMD:SHA-256_SSWU_NU_: half the work, and not uniform.
     *
     * @param dst the domain separation tag, ASCII
     */
    public static Point p256Nonuniform(String dst, Bytes message) {
        return Point.imported(suite(dst).encodeToCurve(message.toByteArray()));
    }

    private static HashToEllipticCurve suite(String dst) {
        return HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, dst);
    }
}
