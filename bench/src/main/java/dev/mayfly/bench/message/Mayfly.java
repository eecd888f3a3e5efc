package dev.mayfly.bench.message;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** A whole message as the client makes and reads it: both derivations, the frame, the JWE, the commitment's check. */
final class Mayfly implements Peer {

    private static final String FRAME = "mayfly/v1/frame";
    private static final Bytes DEK_INFO = Bytes.of(new byte[200]);
    private static final Bytes COMMITMENT_INFO = Bytes.of(new byte[207]);

    private final SecureRandom random;
    private final SecretBytes prk;
    private final Bytes containerId;
    private final Bytes contentSalt;
    private final SecretBytes content;

    Mayfly(byte[] prk, byte[] plaintext, SecureRandom random) {
        this.prk = SecretBytes.copyOf(prk);
        this.random = random;
        this.containerId = Bytes.random(random, 32);
        this.contentSalt = Bytes.random(random, 64);
        this.content = SecretBytes.copyOf(plaintext);
    }

    @Override
    public Object seal() {
        try (SecretBytes dek = Hkdf.expand(prk, DEK_INFO, 32)) {
            Bytes head = Encoder.of(FRAME).bytes(contentSalt).toBytesBefore(content.size());
            return Jwe.seal(dek, containerId, commitment(), head, content, random);
        }
    }

    @Override
    public void open(Object sealed, Consumer<byte[]> reader) throws GeneralSecurityException {
        Jwe message = Jwe.parse((String) sealed);
        if (!message.containerId().equals(containerId)
                || !message.keyCommitment().equals(commitment())) {
            throw new RejectedException("another key");
        }
        try (SecretBytes dek = Hkdf.expand(prk, DEK_INFO, 32);
                SecretBytes frame = message.open(dek)) {
            Decoder fields = Decoder.ofSecret(FRAME, frame);
            fields.bytes();
            try (SecretBytes opened = fields.secret()) {
                fields.end();
                opened.use(plaintext -> {
                    reader.accept(plaintext);
                    return plaintext.length;
                });
            }
        }
    }

    private Bytes commitment() {
        try (SecretBytes commitment = Hkdf.expand(prk, COMMITMENT_INFO, 32)) {
            return commitment.use(Bytes::of);
        }
    }
}
