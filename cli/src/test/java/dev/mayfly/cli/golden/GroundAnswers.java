package dev.mayfly.cli.golden;

import dev.mayfly.cli.golden.Answers.Answer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.interop.HashToP256;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.registry.NodeRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Sections 2, 3, 4 and 9: bytes, identity, registry, container, draw. */
final class GroundAnswers {
    private GroundAnswers() {}

    static void add(Answers answers) {
        encodings(answers);
        generator(answers);
        for (World.User user : List.of(World.ALICE, World.BOB)) {
            identity(answers, user);
        }
        nodes(answers.add("registry"));
        container(answers.add("container"));
        draw(answers.add("draw"));
        for (Sealing purpose : Sealing.values()) {
            info(answers.add("hpke-info"), purpose);
        }
    }

    private static void encodings(Answers answers) {
        Bytes ff = Bytes.of(new byte[] {(byte) 0xff});
        Bytes none = Bytes.of(new byte[0]);
        Answer mixed = encoding(
                answers,
                Encoder.of("mayfly/v1/example")
                        .text("é")
                        .integer(258)
                        .bytes(ff)
                        .list(List.of(Bytes.of(new byte[] {(byte) 0xaa}), none)),
                "mayfly/v1/example");
        mixed.in("fields").text("text", "é");
        mixed.in("fields").number("integer", 258);
        mixed.in("fields").hex("bytes", ff);
        mixed.in("fields").texts("list", List.of("aa", ""));
        for (List<String> pair : List.of(List.of("ab", "c"), List.of("a", "bc"))) {
            Answer split = encoding(answers, Encoder.of("").text(pair.get(0)).text(pair.get(1)), "");
            pair.forEach(text -> split.in("fields").text("text", text));
        }
        Answer largest =
                encoding(answers, Encoder.of("x").integer(Long.MAX_VALUE).list(List.of()), "x");
        largest.in("fields").number("integer", Long.MAX_VALUE);
        largest.in("fields").texts("list", List.of());
    }

    private static Answer encoding(Answers answers, Encoder encoder, String label) {
        return answers.add("encoding")
                .text("label", label)
                .hex("encoded", encoder.toBytes())
                .hex("sha256", encoder.sha256());
    }

    private static void generator(Answers answers) {
        Bytes h = HashToP256.hash("mayfly/v1/pedersen-h", Bytes.of("H".getBytes(StandardCharsets.US_ASCII)));
        int odd = h.toByteArray()[64] & 1;
        answers.add("generator")
                .text("dst", "mayfly/v1/pedersen-h")
                .text("message", "H")
                .hex("h", Bytes.concat(Bytes.of(new byte[] {(byte) (2 + odd)}), h.slice(1, 33)));
    }

    static Answer user(Answer answer, World.User user) {
        return answer.text("issuer", user.id().issuer())
                .text("subject", user.id().subject());
    }

    private static void identity(Answers answers, World.User user) {
        Role role = user == World.ALICE ? Role.SENDER : Role.RECEIVER;
        user(answers.add("user"), user).hex("userId", user.id().encoded());
        PartyCommitment commitment = PartyCommitment.of(role, user.id(), user.keys(), user.salts());
        keys(user(answers.add("party").text("role", role.label()), user), user)
                .hex("idSalt", user.salts().id())
                .hex("keySalt", user.salts().keys())
                .hex("signingThumbprint", user.keys().signing().thumbprint())
                .hex("encryptionThumbprint", user.keys().encryption().thumbprint())
                .hex("idCommitment", commitment.id())
                .hex("keyCommitment", commitment.keys());
        keys(answers.add("keys").hex("salt", user.salts().keys()), user)
                .hex("commitment", user.keys().commitment(user.salts().keys()));
        try (VrfPrivateKey key = Drawn.vrf(World.VRF)) {
            KeyIndex index = KeyIndex.of(user.id(), key);
            user(answers.add("key-index").hex("vrfSecret", Drawn.scalar(World.VRF)), user)
                    .hex("pi", index.proof().bytes())
                    .hex("index", index.value());
        }
    }

    private static Answer keys(Answer answer, World.User user) {
        return answer.hex("signing", user.keys().signing().bytes())
                .hex("encryption", user.keys().encryption().bytes());
    }

    private static void nodes(Answer answer) {
        answer.text("network", World.NAME).number("version", 1);
        for (NodeRecord node : World.registry().nodes()) {
            answer.in("nodes")
                    .text("id", node.id())
                    .text("operator", node.operator())
                    .text("url", node.url().toString())
                    .hex("signingKey", node.signingKey().bytes())
                    .hex("witnessKey", node.witnessKey())
                    .hex("encoded", node.encoded());
        }
        answer.hex("digest", World.registry().digest());
    }

    private static void container(Answer answer) {
        ContainerFields fields = World.fields();
        answer.text("network", fields.network())
                .text("opener", fields.opener().label())
                .hex("nonce", fields.nonce())
                .hex("senderIdCommitment", fields.sender().id())
                .hex("receiverIdCommitment", fields.receiver().id())
                .hex("senderKeyCommitment", fields.sender().keys())
                .hex("receiverKeyCommitment", fields.receiver().keys())
                .hex("accessKey", fields.accessKey().bytes())
                .number("issuedAt", fields.issuedAt())
                .number("expiresAt", fields.expiresAt())
                .number("k", fields.threshold().k())
                .number("n", fields.threshold().n())
                .hex("registryDigest", fields.registryDigest())
                .hex("encoded", fields.encoded())
                .hex("containerId", fields.id());
    }

    private static void draw(Answer answer) {
        Bytes beta = World.proof().beta();
        try (VrfPrivateKey key = Drawn.vrf(World.VRF)) {
            answer.hex("vrfSecret", Drawn.scalar(World.VRF))
                    .hex("vrfKey", key.publicKey().bytes());
        }
        answer.hex("containerId", World.containerId())
                .hex("pi", World.proof().bytes())
                .hex("beta", beta)
                .number("n", World.THRESHOLD.n())
                .number("standbys", World.STANDBYS);
        nodes(answer);
        for (NodeRecord node : World.registry().nodes()) {
            Bytes value =
                    Encoder.of("mayfly/v1/rank").bytes(beta).text(node.id()).sha256();
            answer.in("ranks").text("id", node.id()).hex("value", value);
        }
        answer.texts("committee", World.committee().ids());
    }

    private static void info(Answer answer, Sealing purpose) {
        String node = purpose == Sealing.INVITATION ? "" : World.nodeAt(2);
        int rank = purpose == Sealing.INVITATION ? 0 : 2;
        place(answer, purpose, node, rank).hex("info", purpose.info(World.containerId(), node, rank));
    }

    static Answer place(Answer answer, Sealing purpose, String node, int rank) {
        return answer.text("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .hex("containerId", World.containerId())
                .text("nodeId", node)
                .number("rank", rank);
    }
}
