package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.selection.Draw;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Sections 4 and 9: a registry, a container's fields and id, and the draw of its nodes. */
final class ContainerJudges {
    private ContainerJudges() {}

    static Verdict registry(Vector vector) {
        return vector.expect(() -> {
            for (Vector node : vector.list("nodes")) {
                Vector.same("encoded", node.hex("encoded"), record(node).encoded());
                Vector.same("read again", record(node), NodeRecord.decode(node.hex("encoded")));
            }
            Vector.same("digest", vector.hex("digest"), registryOf(vector).digest());
        });
    }

    private static Registry registryOf(Vector vector) throws RejectedException {
        List<NodeRecord> nodes = new ArrayList<>();
        for (Vector node : vector.list("nodes")) {
            nodes.add(record(node));
        }
        return new Registry(vector.text("network"), vector.number("version"), nodes);
    }

    private static NodeRecord record(Vector node) throws RejectedException {
        return new NodeRecord(
                node.text("id"),
                node.text("operator"),
                URI.create(node.text("url")),
                SigningPublicKey.parse(node.hex("signingKey")),
                node.hex("witnessKey"));
    }

    static Verdict container(Vector vector) {
        return vector.expect(() -> {
            ContainerFields fields = new ContainerFields(
                    vector.text("network"),
                    Role.of(vector.text("opener")),
                    vector.hex("nonce"),
                    new PartyCommitment(vector.hex("senderIdCommitment"), vector.hex("senderKeyCommitment")),
                    new PartyCommitment(vector.hex("receiverIdCommitment"), vector.hex("receiverKeyCommitment")),
                    SigningPublicKey.parse(vector.hex("accessKey")),
                    vector.number("issuedAt"),
                    vector.number("expiresAt"),
                    Threshold.of(vector.number("k"), vector.number("n")),
                    vector.hex("registryDigest"));
            Vector.same("encoded", vector.hex("encoded"), fields.encoded());
            Vector.same("containerId", vector.hex("containerId"), fields.id());
            Vector.same("read again", fields, ContainerFields.decode(vector.hex("encoded")));
        });
    }

    static Verdict draw(Vector vector) {
        return vector.expect(() -> {
            Bytes id = vector.hex("containerId");
            try (VrfPrivateKey key = VrfPrivateKey.parse(vector.secret("vrfSecret"))) {
                VrfProof pi = VrfProof.parse(vector.hex("pi"));
                Vector.same("vrfKey", vector.hex("vrfKey"), key.publicKey().bytes());
                Vector.same("pi", pi, Draw.prove(id, key));
                Vector.same("beta", vector.hex("beta"), Draw.verify(id, pi, key.publicKey()));
            }
            for (Vector rank : vector.list("ranks")) {
                Bytes value = Encoder.of("mayfly/v1/rank")
                        .bytes(vector.hex("beta"))
                        .text(rank.text("id"))
                        .sha256();
                Vector.same("rank value", rank.hex("value"), value);
            }
            Vector.same("digest", vector.hex("digest"), registryOf(vector).digest());
            Vector.same("committee", vector.texts("committee"), committee(vector));
        });
    }

    private static List<String> committee(Vector vector) throws RejectedException {
        int n = Math.toIntExact(vector.number("n"));
        int standbys = Math.toIntExact(vector.number("standbys"));
        return Committee.draw(vector.hex("beta"), registryOf(vector), n, standbys)
                .map(Committee::ids)
                .orElse(List.of());
    }
}
