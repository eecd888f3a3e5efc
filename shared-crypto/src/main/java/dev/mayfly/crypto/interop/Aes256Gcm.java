package dev.mayfly.crypto.interop;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.secret.SecretBytes;

/** AES-256-GCM (NIST SP 800-38D) with an IV of 12 bytes and a tag of 16. */
public final class Aes256Gcm {

    private Aes256Gcm() {}

    /** The ciphertext with its tag behind it. */
    public static Bytes seal(SecretBytes key, Bytes iv, Bytes aad, SecretBytes plaintext) {
        return AesGcm.seal(key, iv, aad, plaintext);
    }

    /**
     * The plaintext, which the caller closes.
     *
     * @param sealed ciphertext and tag
     * @throws RejectedException when key or iv have another size, or it is not authentic
     */
    public static SecretBytes open(SecretBytes key, Bytes iv, Bytes aad, Bytes sealed) throws RejectedException {
        if (key.size() != AesGcm.KEY_SIZE) {
            throw new RejectedException("key", "must be 32 bytes");
        }
        return AesGcm.open(key, iv.requireSize(AesGcm.NONCE_SIZE, "iv"), aad, sealed);
    }
}
