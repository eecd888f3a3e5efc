package dev.mayfly.crypto.internal;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a 12-byte nonce and a 16-byte tag behind the ciphertext, by the platform's
 * provider, which is many times faster than one in plain Java.
 *
 * <p>GCM does not commit to its key: a caller that could be offered several keys compares a commitment first.
 */
public final class AesGcm {

    /** Bytes of a key. */
    public static final int KEY_SIZE = 32;

    /** Bytes of a nonce. */
    public static final int NONCE_SIZE = 12;

    /** Bytes of a tag. */
    public static final int TAG_SIZE = 16;

    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private AesGcm() {}

    /** The ciphertext and its tag. A nonce must not serve twice under one key. */
    public static Bytes seal(SecretBytes key, Bytes nonce, Bytes aad, SecretBytes plaintext) {
        byte[] sealed = new byte[Math.addExact(plaintext.size(), TAG_SIZE)];
        seal(key, nonce, aad, NOTHING, plaintext, sealed, 0);
        return Bytes.of(sealed);
    }

    /**
     * Writes both into {@code target} from {@code at} on, for messages of a size at which copies are felt: {@code head} and
     * {@code rest} are one plaintext that nobody has to put together and wipe.
     */
    public static void seal(
            SecretBytes key, Bytes nonce, Bytes aad, Bytes head, SecretBytes rest, byte[] target, int at) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, aad);
            int written = cipher.update(head.toByteArray(), 0, head.size(), target, at);
            rest.use(bytes -> finish(cipher, bytes, target, at + written));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("AES-256-GCM is not usable here", unusable);
        }
    }

    /**
     * The plaintext, which the caller closes.
     *
     * @throws RejectedException when it was sealed under another key, nonce or {@code aad}, or was altered or cut
     */
    public static SecretBytes open(SecretBytes key, Bytes nonce, Bytes aad, Bytes sealed) throws RejectedException {
        return open(key, nonce, aad, sealed.toByteArray(), sealed.size());
    }

    /** The same from the first {@code size} bytes of an array, which is left as it is. */
    public static SecretBytes open(SecretBytes key, Bytes nonce, Bytes aad, byte[] sealed, int size)
            throws RejectedException {
        if (size < TAG_SIZE) {
            throw new RejectedException("ciphertext", "is shorter than a tag");
        }
        try {
            return SecretBytes.adopt(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, aad).doFinal(sealed, 0, size));
        } catch (AEADBadTagException forged) {
            throw new RejectedException("ciphertext", "is not authentic");
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("AES-256-GCM is not usable here", unusable);
        }
    }

    private static Cipher cipher(int mode, SecretBytes key, Bytes nonce, Bytes aad) throws GeneralSecurityException {
        if (key.size() != KEY_SIZE || nonce.size() != NONCE_SIZE) {
            throw new IllegalArgumentException("a key has 32 bytes and a nonce 12");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec parameters = new GCMParameterSpec(TAG_SIZE * Byte.SIZE, nonce.toByteArray());
        cipher.init(mode, key.use(bytes -> new SecretKeySpec(bytes, "AES")), parameters);
        cipher.updateAAD(aad.toByteArray());
        return cipher;
    }

    private static int finish(Cipher cipher, byte[] plaintext, byte[] target, int at) {
        try {
            return cipher.doFinal(plaintext, 0, plaintext.length, target, at);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("AES-256-GCM is not usable here", unusable);
        }
    }
}
