package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Comb;
import dev.mayfly.crypto.internal.Ecdsa;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;

/**
 * A private key that signs statements with ES256: deterministic nonces (RFC 6979), s in the lower half always.
 * Closing it wipes it.
 */
public final class SigningPrivateKey implements AutoCloseable {

    private final SecretBytes scalar;
    private final SigningPublicKey publicKey;

    private SigningPrivateKey(Scalar d) {
        this.scalar = d.toSecret();
        this.publicKey = new SigningPublicKey(Comb.G.timesSecret(d).affine());
    }

    /** A new key. */
    public static SigningPrivateKey generate(SecureRandom random) {
        return new SigningPrivateKey(Scalar.random(random));
    }

    /**
     * Reads a key from its scalar, 32 bytes big-endian, 1 … q−1. The argument stays the caller's to close.
     *
     * @throws RejectedException on another length or out of range
     */
    public static SigningPrivateKey parse(SecretBytes scalar) throws RejectedException {
        return new SigningPrivateKey(Scalar.parse(scalar));
    }

    /** The key that verifies what this one signs. */
    public SigningPublicKey publicKey() {
        return publicKey;
    }

    /** A copy of the scalar, 32 bytes big-endian, which the caller closes. */
    public SecretBytes scalar() {
        return SecretBytes.adopt(scalar.toByteArray());
    }

    Bytes sign(Bytes message) {
        return Ecdsa.sign(Scalar.trusted(scalar), message);
    }

    @Override
    public void close() {
        scalar.close();
    }
}
