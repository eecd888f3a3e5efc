package dev.mayfly.bench.message;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The least that any message of this protocol costs: HKDF-Expand twice and AES-256-GCM, on bare arrays. */
final class JcaFloor implements Peer {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] DEK_INFO = new byte[200];
    private static final byte[] COMMITMENT_INFO = new byte[207];

    private final SecureRandom random;
    private final byte[] prk;
    private final byte[] plaintext;

    JcaFloor(byte[] prk, byte[] plaintext, SecureRandom random) {
        this.prk = prk;
        this.plaintext = plaintext;
        this.random = random;
    }

    @Override
    public Object seal() throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + plaintext.length + TAG_BITS / Byte.SIZE);
        cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plaintext, 0, plaintext.length, sealed, NONCE);
        return sealed;
    }

    @Override
    public void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException {
        byte[] bytes = (byte[]) sealed;
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE));
        reader.accept(cipher.doFinal(bytes, NONCE, bytes.length - NONCE));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        byte[] commitment = expand(COMMITMENT_INFO);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(expand(DEK_INFO), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.wrap(commitment));
        return cipher;
    }

    private byte[] expand(byte[] info) throws GeneralSecurityException {
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(prk, "HmacSHA256"));
        hmac.update(info);
        return hmac.doFinal(new byte[] {1});
    }
}
