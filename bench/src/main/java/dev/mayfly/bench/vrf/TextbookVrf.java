package dev.mayfly.bench.vrf;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * ECVRF-P256-SHA256-TAI (RFC 9381) line by line on {@link ECPoint#multiply} and Bouncy Castle's fast curve class: what
 * somebody writes who has the library and an afternoon. Proofs are 81 bytes, as ours.
 */
final class TextbookVrf {

    private static final X9ECParameters P256 = CustomNamedCurves.getByName("secp256r1");
    private static final ECCurve CURVE = P256.getCurve();
    private static final ECPoint B = P256.getG();
    private static final BigInteger Q = P256.getN();

    private final BigInteger x;
    private final ECPoint y;

    TextbookVrf(byte[] scalar) {
        x = new BigInteger(1, scalar);
        y = B.multiply(x).normalize();
    }

    /** Section 5.1. */
    byte[] prove(byte[] alpha) {
        ECPoint h = encodeToCurve(alpha);
        ECPoint gamma = h.multiply(x).normalize();
        HMacDSAKCalculator nonce = new HMacDSAKCalculator(new SHA256Digest());
        nonce.init(Q, x, sha256(h.getEncoded(true)));
        BigInteger k = nonce.nextK();
        byte[] c = challenge(h, gamma, B.multiply(k).normalize(), h.multiply(k).normalize());
        BigInteger s = k.add(new BigInteger(1, c).multiply(x)).mod(Q);
        return org.bouncycastle.util.Arrays.concatenate(
                gamma.getEncoded(true), c, BigIntegers.asUnsignedByteArray(32, s));
    }

    /** Section 5.3, under the same key; null when the proof is not valid. */
    byte[] verify(byte[] alpha, byte[] pi) {
        ECPoint gamma = CURVE.decodePoint(Arrays.copyOfRange(pi, 0, 33));
        byte[] claimed = Arrays.copyOfRange(pi, 33, 49);
        BigInteger c = new BigInteger(1, claimed);
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(pi, 49, 81));
        ECPoint h = encodeToCurve(alpha);
        ECPoint u = B.multiply(s).subtract(y.multiply(c)).normalize();
        ECPoint v = h.multiply(s).subtract(gamma.multiply(c)).normalize();
        boolean valid = Arrays.equals(challenge(h, gamma, u, v), claimed);
        return valid ? sha256(new byte[] {1, 3}, gamma.getEncoded(true), new byte[] {0}) : null;
    }

    /** Section 5.4.1.1. */
    private ECPoint encodeToCurve(byte[] alpha) {
        for (int ctr = 0; ctr < 256; ctr++) {
            byte[] hash = sha256(new byte[] {1, 1}, y.getEncoded(true), alpha, new byte[] {(byte) ctr, 0});
            try {
                return CURVE.decodePoint(org.bouncycastle.util.Arrays.prepend(hash, (byte) 2));
            } catch (IllegalArgumentException notOnTheCurve) {
                continue;
            }
        }
        throw new IllegalStateException("an alpha that occurs once in 2^256");
    }

    /** Section 5.4.3. */
    private byte[] challenge(ECPoint h, ECPoint gamma, ECPoint u, ECPoint v) {
        byte[] hash = sha256(
                new byte[] {1, 2},
                y.getEncoded(true),
                h.getEncoded(true),
                gamma.getEncoded(true),
                u.getEncoded(true),
                v.getEncoded(true),
                new byte[] {0});
        return Arrays.copyOf(hash, 16);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
