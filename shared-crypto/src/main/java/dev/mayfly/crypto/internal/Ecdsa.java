package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;

/**
 * ECDSA on P-256 with SHA-256 (FIPS 186-5 section 6), signatures as r and s, 32 bytes each (RFC 7518 section 3.4).
 *
 * <p>The nonce is deterministic (RFC 6979) and s is never above q/2. Verification refuses the other half, so that
 * nobody but the signer can turn a signature into a second one that verifies.
 */
public final class Ecdsa {

    /** Bytes of a signature. */
    public static final int SIGNATURE_SIZE = 64;

    private Ecdsa() {}

    /** Signs with the secret scalar {@code d}. */
    public static Bytes sign(Scalar d, Bytes message) {
        byte[] hash = message.sha256().toByteArray();
        Scalar k = DeterministicNonce.k(d, hash);
        Scalar r = Scalar.reduce(Comb.G.timesSecret(k).x());
        Scalar s = k.inverted().times(Scalar.reduce(hash).plus(r.times(d)));
        if (r.isZero() || s.isZero()) {
            throw new IllegalStateException("a nonce that happens once in 2^256 messages");
        }
        return Bytes.concat(r.toBytes(), (s.isHigh() ? s.negated() : s).toBytes());
    }

    /**
     * Accepts a signature by the key {@code q}, or throws.
     *
     * @throws RejectedException when it has another length, is out of range, has a high s, or does not verify
     */
    public static void verify(Point q, Bytes message, Bytes signature) throws RejectedException {
        if (verifyEitherHalf(q, message, signature).isHigh()) {
            throw outOfRange();
        }
    }

    /**
     * The same as the standard has it, which also accepts {@code q − s} for s. Not for anything that is told apart by its
     * bytes.
     *
     * @return s
     */
    public static Scalar verifyEitherHalf(Point q, Bytes message, Bytes signature) throws RejectedException {
        signature.requireSize(SIGNATURE_SIZE, "signature");
        Scalar r = Scalar.parse(signature.slice(0, Scalar.SIZE));
        Scalar s = Scalar.parse(signature.slice(Scalar.SIZE, SIGNATURE_SIZE));
        if (r.isZero() || s.isZero()) {
            throw outOfRange();
        }
        Scalar w = s.inverted();
        Scalar e = Scalar.reduce(message.sha256().toByteArray());
        Point sum = Point.sumOfProducts(Point.G, e.times(w), q, r.times(w));
        if (sum.isInfinity() || !Scalar.reduce(sum.x()).equals(r)) {
            throw new RejectedException("signature", "does not verify");
        }
        return s;
    }

    private static RejectedException outOfRange() {
        return new RejectedException("signature", "out of range");
    }
}
