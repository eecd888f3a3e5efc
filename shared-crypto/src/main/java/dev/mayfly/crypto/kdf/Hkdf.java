package dev.mayfly.crypto.kdf;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {

    /** HashLen, the bytes of a pseudorandom key. */
    public static final int HASH_SIZE = 32;

    private static final int MAX_BLOCKS = 255;

    private Hkdf() {}

    /**
     * HKDF-Extract (RFC 5869 section 2.2).
     *
     * @param salt any length; empty means a string of zeros
     * @param ikm the input keying material
     * @return PRK, 32 bytes, which the caller closes
     */
    public static SecretBytes extract(Bytes salt, SecretBytes ikm) {
        try (SecretBytes key = SecretBytes.adopt(salt.toByteArray())) {
            return extract(key, ikm);
        }
    }

    /** HKDF-Extract with a salt that is a secret too, as HPKE's key schedule has it. */
    public static SecretBytes extract(SecretBytes salt, SecretBytes ikm) {
        // HMAC pads its key with zeros, so one zero byte is the empty key, which the platform refuses.
        Mac hmac = salt.size() == 0 ? hmac(new byte[1]) : salt.use(Hkdf::hmac);
        return SecretBytes.adopt(ikm.use(hmac::doFinal));
    }

    /**
     * HKDF-Expand (RFC 5869 section 2.3).
     *
     * @param prk a pseudorandom key of at least 32 bytes
     * @param info what the output is for; no secret
     * @param length L, 1 … 255·32 bytes
     * @return OKM, which the caller closes
     * @throws IllegalArgumentException when {@code length} or the size of {@code prk} is out of range
     */
    public static SecretBytes expand(SecretBytes prk, Bytes info, int length) {
        if (length < 1 || length > MAX_BLOCKS * HASH_SIZE || prk.size() < HASH_SIZE) {
            throw new IllegalArgumentException("HKDF-Expand gives 1 … 8160 bytes from a key of 32 or more");
        }
        Mac hmac = prk.use(Hkdf::hmac);
        byte[] blocks = new byte[(length + HASH_SIZE - 1) / HASH_SIZE * HASH_SIZE];
        for (int block = 0; block * HASH_SIZE < length; block++) {
            expandBlock(hmac, info, blocks, block);
        }
        SecretBytes okm = SecretBytes.adopt(Arrays.copyOf(blocks, length));
        SecretBytes.wipe(blocks);
        return okm;
    }

    /** T(i) = HMAC(PRK, T(i-1) | info | i), written behind T(i-1). */
    private static void expandBlock(Mac hmac, Bytes info, byte[] blocks, int block) {
        if (block > 0) {
            hmac.update(blocks, (block - 1) * HASH_SIZE, HASH_SIZE);
        }
        hmac.update(info.toByteArray());
        hmac.update((byte) (block + 1));
        byte[] t = hmac.doFinal();
        System.arraycopy(t, 0, blocks, block * HASH_SIZE, HASH_SIZE);
        SecretBytes.wipe(t);
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
