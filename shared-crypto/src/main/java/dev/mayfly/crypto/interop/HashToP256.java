package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.internal.HashToCurve;

/** RFC 9380 on P-256 with SHA-256. Points come uncompressed, 65 bytes. */
public final class HashToP256 {

    private HashToP256() {}

    /** hash_to_curve, suite P256_XMD:SHA-256_SSWU_RO_. */
    public static Bytes hash(String dst, Bytes message) {
        return HashToCurve.p256(dst, message).uncompressed();
    }

    /** encode_to_curve, suite P256_XMD:SHA-256_SSWU_NU_. */
    public static Bytes encode(String dst, Bytes message) {
        return HashToCurve.p256Nonuniform(dst, message).uncompressed();
    }
}
