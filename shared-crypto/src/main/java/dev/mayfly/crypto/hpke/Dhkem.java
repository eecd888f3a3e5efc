package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.secret.SecretBytes;

/** DHKEM(P-256, HKDF-SHA256) of RFC 9180 section 4.1. */
final class Dhkem {

    /** Nenc, an uncompressed point. */
    static final int ENC_SIZE = Point.UNCOMPRESSED;

    private static final int SECRET_SIZE = 32;

    private Dhkem() {}

    /** Encap's shared_secret, for an ephemeral key that the caller drew and never uses again. */
    static SecretBytes encap(HpkePublicKey pkR, HpkePrivateKey skE) {
        return extractAndExpand(skE, pkR, skE.publicKey(), pkR);
    }

    /**
     * Decap's shared_secret.
     *
     * @throws RejectedException when {@code enc} is not an uncompressed point of P-256
     */
    static SecretBytes decap(Bytes enc, HpkePrivateKey skR) throws RejectedException {
        HpkePublicKey pkE = new HpkePublicKey(Point.decodeUncompressed(enc));
        return extractAndExpand(skR, pkE, pkE, skR.publicKey());
    }

    /** enc, the ephemeral public key as it is sent. */
    static Bytes enc(HpkePublicKey pkE) {
        return pkE.point().uncompressed();
    }

    private static SecretBytes extractAndExpand(
            HpkePrivateKey own, HpkePublicKey other, HpkePublicKey pkE, HpkePublicKey pkR) {
        Bytes kemContext = Bytes.concat(enc(pkE), enc(pkR));
        try (SecretBytes dh = own.agree(other);
                SecretBytes eaePrk = Labeled.KEM.extract("eae_prk", dh)) {
            return Labeled.KEM.expand(eaePrk, "shared_secret", kemContext, SECRET_SIZE);
        }
    }
}
