package dev.mayfly.crypto.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.HashToCurve;
import dev.mayfly.crypto.internal.Point;

/**
 * A ciphersuite of RFC 9381 section 5.5 on P-256. Both differ in how alpha becomes a point, and in the suite_string, so
 * that no proof of one passes for a proof of the other. The protocol uses {@link #P256_SHA256_TAI}.
 */
public enum VrfSuite {
    /** ECVRF-P256-SHA256-TAI, suite_string 0x01: tries hashes until one is the x of a point. */
    P256_SHA256_TAI(0x01) {
        @Override
        Point encodeToCurve(Point y, Bytes alpha) {
            for (int ctr = 0; ctr < 256; ctr++) {
                Bytes hash = Bytes.concat(suiteString(), octet(0x01), y.compressed(), alpha, octet(ctr), octet(0x00))
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
    },

    /** ECVRF-P256-SHA256-SSWU, suite_string 0x02: RFC 9380's P256_XMD:SHA-256_SSWU_NU_, always in as many steps. */
    P256_SHA256_SSWU(0x02) {
        @Override
        Point encodeToCurve(Point y, Bytes alpha) {
            // The DST ends with suite_string, an octet that ASCII has.
            return HashToCurve.p256Nonuniform(
                    "ECVRF_P256_XMD:SHA-256_SSWU_NU_\u0002", Bytes.concat(y.compressed(), alpha));
        }
    };

    private final Bytes suiteString;

    VrfSuite(int suiteString) {
        this.suiteString = octet(suiteString);
    }

    /** ECVRF_encode_to_curve, RFC 9381 section 5.4.1; the salt is the public key Y. */
    abstract Point encodeToCurve(Point y, Bytes alpha);

    /** suite_string, one byte. */
    Bytes suiteString() {
        return suiteString;
    }

    static Bytes octet(int value) {
        return Bytes.of(new byte[] {(byte) value});
    }
}
