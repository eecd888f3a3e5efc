package dev.mayfly.crypto.vrf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Comb;
import dev.mayfly.crypto.internal.DeterministicNonce;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.List;

/** SK, the secret scalar x that proves. Closing it wipes it. */
public final class VrfPrivateKey implements AutoCloseable {

    private final SecretBytes scalar;
    private final Point y;

    private VrfPrivateKey(Scalar x) {
        this.scalar = x.toSecret();
        this.y = Comb.G.timesSecret(x).affine();
    }

    /** A new key. */
    public static VrfPrivateKey generate(SecureRandom random) {
        return new VrfPrivateKey(Scalar.random(random));
    }

    /**
     * Reads a key from its scalar, 32 bytes big-endian, 1 … q−1. The argument stays the caller's to close.
     *
     * @throws RejectedException on another length or out of range
     */
    public static VrfPrivateKey parse(SecretBytes scalar) throws RejectedException {
        return new VrfPrivateKey(Scalar.parse(scalar));
    }

    /** Y. */
    public VrfPublicKey publicKey() {
        return new VrfPublicKey(y);
    }

    /**
     * ECVRF_prove, RFC 9381 section 5.1, in the protocol's suite, TAI. The same alpha always gives the same proof.
     *
     * @param alpha alpha_string; no secret
     */
    public VrfProof prove(Bytes alpha) {
        return prove(VrfSuite.P256_SHA256_TAI, alpha);
    }

    /** ECVRF_prove in one of the suites. */
    public VrfProof prove(VrfSuite suite, Bytes alpha) {
        Scalar x = Scalar.trusted(scalar);
        Point h = suite.encodeToCurve(y, alpha);
        Scalar k = DeterministicNonce.k(x, h.compressed().sha256().toByteArray());
        // H is multiplied twice, which pays for a table of its multiples.
        Comb multiplesOfH = Comb.brief(h);
        List<Point> points =
                Point.allAffine(multiplesOfH.timesSecret(x), Comb.G.timesSecret(k), multiplesOfH.timesSecret(k));
        Point gamma = points.get(0);
        Bytes c = Ecvrf.challenge(suite, y, h, gamma, points.get(1), points.get(2));
        Scalar s = k.plus(Scalar.reduce(c.toByteArray()).times(x));
        return new VrfProof(gamma, c, s);
    }

    /** A copy of the scalar, 32 bytes big-endian, which the caller closes. */
    public SecretBytes scalar() {
        return SecretBytes.adopt(scalar.toByteArray());
    }

    @Override
    public void close() {
        scalar.close();
    }
}
