package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.client.key.Frame;
import dev.mayfly.client.key.MessageKey;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;

/** Section 6: the pair secret, the DEK with its commitment, and a message. */
final class MessageJudges {
    private MessageJudges() {}

    static Verdict key(Vector vector) {
        return vector.expect(() -> {
            UserId sender = IdentityJudges.userId(vector.object("sender"));
            UserId receiver = IdentityJudges.userId(vector.object("receiver"));
            try (HpkePrivateKey own = HpkePrivateKey.parse(vector.secret("senderSecret"));
                    SecretBytes pair = own.agree(HpkePublicKey.parse(vector.hex("receiverKey")));
                    MessageKey key = MessageKey.derive(
                            vector.hex("containerId"), sender, receiver, vector.secret("entropy"), pair)) {
                Vector.same("commitment", vector.hex("commitment"), key.commitment());
                Vector.same("dek", vector.hex("dek"), dek(vector, pair, sender, receiver));
                Vector.same("pair", vector.hex("pair"), pair);
            }
        });
    }

    /** Step by step, as the protocol writes it: the key itself stays inside {@link MessageKey}. */
    private static SecretBytes dek(Vector vector, SecretBytes pair, UserId sender, UserId receiver) {
        Bytes info = Encoder.of("mayfly/v1/dek")
                .bytes(sender.encoded())
                .bytes(receiver.encoded())
                .toBytes();
        try (SecretBytes shard = Encoder.of("mayfly/v1/shard")
                        .secret(vector.secret("entropy"))
                        .secret(pair)
                        .toSecret();
                SecretBytes prk = Hkdf.extract(vector.hex("containerId"), shard)) {
            Vector.same("shard", vector.hex("shard"), shard.use(Bytes::of));
            Vector.same("prk", vector.hex("prk"), prk.use(Bytes::of));
            return Hkdf.expand(prk, info, Hkdf.HASH_SIZE);
        }
    }

    static Verdict message(Vector vector) {
        return vector.expect(() -> {
            Jwe message = Jwe.parse(vector.text("jwe"));
            requireSame("containerId", vector.hex("containerId"), message.containerId());
            requireSame("keyCommitment", vector.hex("keyCommitment"), message.keyCommitment());
            try (SecretBytes plaintext = message.open(vector.secret("dek"));
                    Frame frame = Frame.decode(plaintext)) {
                Vector.same("plaintext", vector.hex("plaintext"), plaintext.use(Bytes::of));
                Vector.same("contentSalt", vector.hex("contentSalt"), frame.salt());
                Vector.same("content", vector.hex("content"), frame.content().use(Bytes::of));
                Vector.same("contentDigest", vector.hex("contentDigest"), frame.contentDigest());
                Vector.same("messageDigest", vector.hex("messageDigest"), message.digest());
            }
        });
    }

    /** What a reader compares before it decrypts: a refusal like any other. */
    private static void requireSame(String what, Bytes expected, Bytes actual) throws RejectedException {
        if (!expected.equals(actual)) {
            throw new RejectedException(what, "is another one");
        }
    }
}
