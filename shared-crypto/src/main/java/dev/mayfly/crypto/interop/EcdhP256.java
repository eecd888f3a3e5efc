package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;

/** Diffie-Hellman on P-256 with public keys in either form of SEC 1. */
public final class EcdhP256 {

    private EcdhP256() {}

    /**
     * The x coordinate of the shared point, 32 bytes, which the caller closes.
     *
     * @param scalar 32 bytes, 1 … q−1
     * @param publicKey a point, compressed or uncompressed
     * @throws RejectedException when either is not that
     */
    public static SecretBytes agree(SecretBytes scalar, Bytes publicKey) throws RejectedException {
        HpkePublicKey peer = HpkePublicKey.parse(Points.decode(publicKey).compressed());
        try (HpkePrivateKey own = HpkePrivateKey.parse(scalar)) {
            return own.agree(peer);
        }
    }
}
