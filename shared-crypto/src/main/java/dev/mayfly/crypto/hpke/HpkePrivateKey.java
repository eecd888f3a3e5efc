package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Comb;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;

/** skR, the private key that opens what was sealed to its public half. Closing it wipes it. */
public final class HpkePrivateKey implements AutoCloseable {

    private final SecretBytes scalar;
    private final HpkePublicKey publicKey;

    private HpkePrivateKey(Scalar scalar) {
        this.scalar = scalar.toSecret();
        this.publicKey = new HpkePublicKey(Comb.G.timesSecret(scalar).affine());
    }

    /** A new key. */
    public static HpkePrivateKey generate(SecureRandom random) {
        return new HpkePrivateKey(Scalar.random(random));
    }

    /**
     * Reads a key from its scalar, 32 bytes big-endian, 1 … q−1. The argument stays the caller's to close.
     *
     * @throws RejectedException on another length or out of range
     */
    public static HpkePrivateKey parse(SecretBytes scalar) throws RejectedException {
        return new HpkePrivateKey(Scalar.parse(scalar));
    }

    /**
     * DeriveKeyPair, RFC 9180 section 7.1.3: the same key from the same keying material, always.
     *
     * @param ikm at least 32 secret bytes; stays the caller's to close
     */
    public static HpkePrivateKey derive(SecretBytes ikm) {
        try (SecretBytes dkpPrk = Labeled.KEM.extract("dkp_prk", ikm)) {
            for (int counter = 0; counter < 256; counter++) {
                Bytes octet = Bytes.of(new byte[] {(byte) counter});
                try (SecretBytes candidate = Labeled.KEM.expand(dkpPrk, "candidate", octet, Scalar.SIZE)) {
                    return parse(candidate);
                } catch (RejectedException notAScalar) {
                    // Once in 2^32 the candidate is the order or above: the next one.
                    continue;
                }
            }
        }
        throw new IllegalStateException("keying material that occurs once in 2^8192");
    }

    /** The key to seal to. */
    public HpkePublicKey publicKey() {
        return publicKey;
    }

    /** A copy of the scalar, 32 bytes big-endian, which the caller closes. */
    public SecretBytes scalar() {
        return SecretBytes.adopt(scalar.toByteArray());
    }

    /**
     * Diffie-Hellman with another key: the x coordinate of the shared point (SP 800-56A section 5.7.1.2), 32 bytes,
     * which the caller closes. Both sides get the same. It is no key yet: put it through a key derivation.
     */
    public SecretBytes agree(HpkePublicKey peer) {
        return SecretBytes.adopt(
                peer.point().timesSecret(Scalar.trusted(scalar)).x());
    }

    @Override
    public void close() {
        scalar.close();
    }
}
