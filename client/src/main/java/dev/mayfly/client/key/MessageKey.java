package dev.mayfly.client.key;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import java.security.SecureRandom;

/**
 * A container's DEK with its commitment, by HKDF-SHA256 (RFC 5869). Two locks are in it: E makes it expire, Z keeps it from
 * the nodes, all of them together included. Close it after the one use it was derived for.
 */
public final class MessageKey implements AutoCloseable {
    private static final int SIZE = 32;

    private final Bytes containerId;
    private final SecretBytes dek;
    private final Bytes commitment;

    private MessageKey(Bytes containerId, SecretBytes dek, Bytes commitment) {
        this.containerId = containerId;
        this.dek = dek;
        this.commitment = commitment;
    }

    /**
     * Derives the key: {@code EntropyShard = encode("mayfly/v1/shard", E, Z)}, {@code PRK = Extract(ContainerID,
     * EntropyShard)}, {@code DEK = Expand(PRK, encode("mayfly/v1/dek", SenderID, ReceiverID), 32)}, and the commitment
     * likewise under its own label.
     *
     * @param entropy E, 32 bytes, from k of the container's nodes
     * @param pair Z, 32 bytes, ECDH of the two parties' encryption keys
     */
    public static MessageKey derive(
            Bytes containerId, UserId sender, UserId receiver, SecretBytes entropy, SecretBytes pair) {
        try (SecretBytes shard = Encoder.of("mayfly/v1/shard")
                        .secret(entropy)
                        .secret(pair)
                        .toSecret();
                SecretBytes prk = Hkdf.extract(containerId, shard);
                SecretBytes commitment = Hkdf.expand(prk, info("mayfly/v1/commitment", sender, receiver), SIZE)) {
            SecretBytes dek = Hkdf.expand(prk, info("mayfly/v1/dek", sender, receiver), SIZE);
            return new MessageKey(containerId, dek, commitment.use(Bytes::of));
        }
    }

    /** Public once a message is sealed: tells which key opens it, and nothing about the key. */
    public Bytes commitment() {
        return commitment;
    }

    /** Seals a frame as a compact JWE (RFC 7516), {@code dir} and {@code A256GCM}, with a random IV. */
    public String seal(Frame frame, SecureRandom random) {
        return Jwe.seal(dek, containerId, commitment, frame.head(), frame.content(), random);
    }

    /**
     * Opens a message, whose frame is to be decoded. The commitment is compared first: AES-GCM alone would open one ciphertext under two keys.
     *
     * @throws RejectedException when the message was sealed under another key or altered
     */
    public SecretBytes open(Jwe message) throws RejectedException {
        if (!message.containerId().equals(containerId)
                || !message.keyCommitment().equals(commitment)) {
            throw new RejectedException("message", "the message was sealed under another key");
        }
        return message.open(dek);
    }

    @Override
    public void close() {
        dek.close();
    }

    @Override
    public String toString() {
        return "MessageKey[" + containerId + "]";
    }

    private static Bytes info(String label, UserId sender, UserId receiver) {
        return Encoder.of(label)
                .bytes(sender.encoded())
                .bytes(receiver.encoded())
                .toBytes();
    }
}
