package dev.mayfly.cli.golden;

import dev.mayfly.cli.golden.Answers.Answer;
import dev.mayfly.client.key.Frame;
import dev.mayfly.client.key.MessageKey;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.dealing.SealedOpening;
import dev.mayfly.domain.share.SealedShare;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sections 5 and 6: the dealing, everything that is sealed, the key and the message. */
final class LifeAnswers {
    private static final String CONTENT = "Dear Bob, the door code is 4711.";

    private LifeAnswers() {}

    static void add(Answers answers) {
        dealing(answers.add("dealing"));
        share(answers.add("share"), World.dealt().share(4));
        sealed(answers);
        MessageKey key = key(answers.add("key"));
        Answer message = answers.add("message");
        message(message, key);
        refused(answers, message);
    }

    private static void dealing(Answer answer) {
        for (int j = 0; j < World.THRESHOLD.k(); j++) {
            opening(answer.in("coefficients"), World.coefficient(j));
        }
        answer.hexes("commitments", World.dealt().commitments().bytes());
        for (int rank : World.CONTRIBUTORS) {
            Opening contributed = World.contributed(rank);
            opening(answer.in("contributions").number("rank", rank), contributed)
                    .hex("commitment", contributed.commit().bytes());
            share(answer.in("shares"), World.dealt().share(rank));
        }
        answer.hex("secret", World.coefficient(0).s());
    }

    private static Answer opening(Answer answer, Opening opening) {
        return answer.hex("s", opening.s()).hex("r", opening.r());
    }

    private static void share(Answer answer, Share share) {
        opening(answer.number("x", share.index()), share.value()).hex("encoded", share.encode());
    }

    private static void sealed(Answers answers) {
        Bytes id = World.containerId();
        String node = World.nodeAt(2);
        try (Invitation invitation = new Invitation(
                        World.fields(),
                        World.ALICE.id(),
                        World.BOB.id(),
                        World.ALICE.salts(),
                        World.BOB.salts(),
                        Drawn.signing(World.ACCESS));
                HpkePrivateKey oneTime = Drawn.hpke("one-time key");
                HpkePrivateKey epoch = Drawn.hpke("epoch key 2")) {
            sealed(
                    answers.add("sealed"),
                    Sealing.INVITATION,
                    "bob encryption",
                    invitation.sealTo(World.BOB.keys().encryption(), Drawn.random("seal invitation")));
            sealed(
                    answers.add("sealed"),
                    Sealing.CONTRIBUTION,
                    "one-time key",
                    SealedOpening.seal(
                            World.contributed(2), id, node, 2, oneTime.publicKey(), Drawn.random("seal contribution")));
            Share share = World.dealt().share(2);
            sealed(
                    answers.add("sealed"),
                    Sealing.SHARE,
                    "epoch key 2",
                    SealedShare.seal(share, Sealing.SHARE, id, node, epoch.publicKey(), Drawn.random("seal share")));
            Bytes released = SealedShare.seal(
                    share, Sealing.RELEASE, id, node, oneTime.publicKey(), Drawn.random("seal release"));
            sealed(answers.add("sealed"), Sealing.RELEASE, "one-time key", released);
            // What was sealed for one purpose must not open for another.
            Answer misused = answers.add("sealed");
            GroundAnswers.place(misused, Sealing.SHARE, node, 2)
                    .hex("key", Drawn.scalar("one-time key"))
                    .text("plaintext", "")
                    .hex("sealed", released)
                    .text("result", "invalid");
        }
    }

    private static void sealed(Answer answer, Sealing purpose, String key, Bytes sealed) {
        String node = purpose == Sealing.INVITATION ? "" : World.nodeAt(2);
        int rank = purpose == Sealing.INVITATION ? 0 : 2;
        Bytes info = purpose.info(World.containerId(), node, rank);
        try (HpkePrivateKey opener = Drawn.hpke(key);
                SecretBytes plaintext = Hpke.open(opener, info, sealed)) {
            GroundAnswers.place(answer, purpose, node, rank)
                    .hex("key", Drawn.scalar(key))
                    .hex("plaintext", plaintext)
                    .hex("sealed", sealed);
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MessageKey key(Answer answer) {
        GroundAnswers.user(answer.object("sender"), World.ALICE);
        GroundAnswers.user(answer.object("receiver"), World.BOB);
        SecretBytes entropy = World.coefficient(0).s();
        SecretBytes pair = World.ALICE.encryption().agree(World.BOB.keys().encryption());
        SecretBytes shard =
                Encoder.of("mayfly/v1/shard").secret(entropy).secret(pair).toSecret();
        SecretBytes prk = Hkdf.extract(World.containerId(), shard);
        MessageKey key = MessageKey.derive(World.containerId(), World.ALICE.id(), World.BOB.id(), entropy, pair);
        answer.hex("containerId", World.containerId())
                .hex("entropy", entropy)
                .hex("senderSecret", Drawn.scalar("alice encryption"))
                .hex("receiverKey", World.BOB.keys().encryption().bytes())
                .hex("pair", pair)
                .hex("shard", shard)
                .hex("prk", prk)
                .hex("dek", dek())
                .hex("commitment", key.commitment());
        return key;
    }

    static SecretBytes dek() {
        SecretBytes shard = Encoder.of("mayfly/v1/shard")
                .secret(World.coefficient(0).s())
                .secret(World.ALICE.encryption().agree(World.BOB.keys().encryption()))
                .toSecret();
        Bytes info = Encoder.of("mayfly/v1/dek")
                .bytes(World.ALICE.id().encoded())
                .bytes(World.BOB.id().encoded())
                .toBytes();
        return Hkdf.expand(Hkdf.extract(World.containerId(), shard), info, 32);
    }

    private static void message(Answer answer, MessageKey key) {
        SecretBytes content = SecretBytes.adopt(CONTENT.getBytes(StandardCharsets.UTF_8));
        Frame frame = Frame.of(content, Drawn.random("content salt"));
        String jwe = key.seal(frame, Drawn.random("iv"));
        try {
            answer.hex("dek", dek())
                    .hex("containerId", World.containerId())
                    .hex("keyCommitment", key.commitment())
                    .hex("contentSalt", frame.salt())
                    .hex("content", content)
                    .hex("plaintext", Jwe.parse(jwe).open(dek()))
                    .text("jwe", jwe)
                    .hex("messageDigest", Jwe.parse(jwe).digest())
                    .hex("contentDigest", frame.contentDigest());
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The message with one thing wrong, for each thing that a reader must look at. */
    private static void refused(Answers answers, Answer good) {
        String jwe = good.json().path("jwe").textValue();
        String header = new String(
                Base64.getUrlDecoder().decode(jwe.substring(0, jwe.indexOf('.'))), StandardCharsets.US_ASCII);
        String rest = jwe.substring(jwe.indexOf('.'));
        variant(answers, good, "a tag cut by one byte", jwe.substring(0, jwe.length() - 2));
        variant(answers, good, "padding", jwe + "=");
        variant(answers, good, "zip", base64(header.replace("\"enc\"", "\"zip\":\"DEF\",\"enc\"")) + rest);
        variant(answers, good, "a space in the header", base64(header.replace(":", ": ")) + rest);
        variant(answers, good, "another IV", jwe.replace("..", "..A").replaceFirst("\\.\\.A.", "..A"));
        Answer other = answers.add("message").text("comment", "the commitment to another key");
        other.json().setAll(good.json().deepCopy());
        other.hex("keyCommitment", Drawn.bytes("another key", 32)).text("result", "invalid");
    }

    private static void variant(Answers answers, Answer good, String comment, String jwe) {
        Answer variant = answers.add("message");
        variant.json().setAll(good.json().deepCopy());
        variant.text("comment", comment).text("jwe", jwe).text("result", "invalid");
    }

    private static String base64(String header) {
        return Bytes.of(header.getBytes(StandardCharsets.US_ASCII)).toBase64Url();
    }
}
