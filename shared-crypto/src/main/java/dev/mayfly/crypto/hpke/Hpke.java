package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;

/**
 * Single-shot sealing and opening (RFC 9180 section 6.1), base mode, empty aad. What is sealed is
 * {@code enc || ct}: the ephemeral public key as an uncompressed point, 65 bytes, then the ciphertext with its tag.
 */
public final class Hpke {

    private static final Bytes NO_AAD = Bytes.of(new byte[0]);

    private Hpke() {}

    /**
     * Seals {@code plaintext} to a public key, under a fresh ephemeral key.
     *
     * @param info binds the message to its purpose and place; {@link #open} needs the same
     * @param plaintext stays the caller's to close
     * @return 81 bytes more than the plaintext
     */
    public static Bytes seal(HpkePublicKey to, Bytes info, SecretBytes plaintext, SecureRandom random) {
        try (HpkePrivateKey ephemeral = HpkePrivateKey.generate(random)) {
            return seal(to, info, plaintext, ephemeral);
        }
    }

    static Bytes seal(HpkePublicKey to, Bytes info, SecretBytes plaintext, HpkePrivateKey ephemeral) {
        try (SecretBytes sharedSecret = Dhkem.encap(to, ephemeral);
                KeySchedule keys = KeySchedule.of(sharedSecret, info)) {
            Bytes ct = AesGcm.seal(keys.key(), keys.baseNonce(), NO_AAD, plaintext);
            return Bytes.concat(Dhkem.enc(ephemeral.publicKey()), ct);
        }
    }

    /**
     * Opens what was sealed to this key with the same {@code info}.
     *
     * @return the plaintext, which the caller closes
     * @throws RejectedException when it is too short, was sealed to another key or with another {@code info}, or was
     *     altered
     */
    public static SecretBytes open(HpkePrivateKey key, Bytes info, Bytes sealed) throws RejectedException {
        if (sealed.size() < Dhkem.ENC_SIZE + AesGcm.TAG_SIZE) {
            throw new RejectedException("ciphertext", "is too short");
        }
        Bytes enc = sealed.slice(0, Dhkem.ENC_SIZE);
        Bytes ct = sealed.slice(Dhkem.ENC_SIZE, sealed.size());
        try (SecretBytes sharedSecret = Dhkem.decap(enc, key);
                KeySchedule keys = KeySchedule.of(sharedSecret, info)) {
            return AesGcm.open(keys.key(), keys.baseNonce(), NO_AAD, ct);
        }
    }
}
