package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Ecdsa;

/**
 * ECDSA on P-256 with SHA-256 as FIPS 186-5 has it, signatures as r and s (IEEE P1363). It accepts both s and
 * {@code q − s}; statements accept only the lower.
 */
public final class EcdsaP256 {

    private EcdsaP256() {}

    /**
     * Accepts a signature, or throws.
     *
     * @param publicKey a point, compressed or uncompressed
     * @throws RejectedException when the key is no point or the signature does not verify
     */
    public static void verify(Bytes publicKey, Bytes message, Bytes signature) throws RejectedException {
        Ecdsa.verifyEitherHalf(Points.decode(publicKey), message, signature);
    }
}
