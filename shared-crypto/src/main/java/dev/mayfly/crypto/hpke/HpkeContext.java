package dev.mayfly.crypto.hpke;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.AesGcm;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;

/**
 * A context of RFC 9180 section 5 with all that the RFC gives it: any number of messages with additional data, and
 * exported secrets. The protocol has one message per context and calls {@link Hpke} instead; this is for whoever checks
 * that the parts below are the RFC's. Not for several threads. Closing it wipes its keys.
 */
public final class HpkeContext implements AutoCloseable {

    private final KeySchedule keys;
    private final SecretBytes exporterSecret;
    private long seq;

    private HpkeContext(SecretBytes sharedSecret, Bytes info) {
        this.keys = KeySchedule.of(sharedSecret, info);
        this.exporterSecret = KeySchedule.exporterSecret(sharedSecret, info);
    }

    /**
     * SetupBaseS.
     *
     * @param ephemeral skE, drawn for this one context; the receiver gets its public half as enc
     */
    public static HpkeContext send(HpkePublicKey to, HpkePrivateKey ephemeral, Bytes info) {
        try (SecretBytes sharedSecret = Dhkem.encap(to, ephemeral)) {
            return new HpkeContext(sharedSecret, info);
        }
    }

    /**
     * SetupBaseR.
     *
     * @param enc the sender's ephemeral key, an uncompressed point, 65 bytes
     * @throws RejectedException when it is no such point
     */
    public static HpkeContext receive(Bytes enc, HpkePrivateKey key, Bytes info) throws RejectedException {
        try (SecretBytes sharedSecret = Dhkem.decap(enc, key)) {
            return new HpkeContext(sharedSecret, info);
        }
    }

    /** ContextS.Seal: the ciphertext and its tag, under the next nonce. */
    public Bytes seal(Bytes aad, SecretBytes plaintext) {
        Bytes ct = AesGcm.seal(keys.key(), nonce(), aad, plaintext);
        seq++;
        return ct;
    }

    /**
     * ContextR.Open: the plaintext of the next message, which the caller closes.
     *
     * @throws RejectedException when it is not the next message; the one that is can still be opened
     */
    public SecretBytes open(Bytes aad, Bytes ct) throws RejectedException {
        SecretBytes plaintext = AesGcm.open(keys.key(), nonce(), aad, ct);
        seq++;
        return plaintext;
    }

    /** Context.Export: {@code length} bytes, which the caller closes. */
    public SecretBytes export(Bytes exporterContext, int length) {
        return Labeled.SUITE.expand(exporterSecret, "sec", exporterContext, length);
    }

    /** ComputeNonce: base_nonce XOR the message's number. */
    private Bytes nonce() {
        byte[] nonce = keys.baseNonce().toByteArray();
        ByteBuffer low = ByteBuffer.wrap(nonce, AesGcm.NONCE_SIZE - Long.BYTES, Long.BYTES);
        low.mark();
        long mixed = low.getLong() ^ seq;
        low.reset();
        low.putLong(mixed);
        return Bytes.of(nonce);
    }

    @Override
    public void close() {
        keys.close();
        exporterSecret.close();
    }
}
