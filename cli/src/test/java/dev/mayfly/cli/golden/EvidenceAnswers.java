package dev.mayfly.cli.golden;

import dev.mayfly.cli.golden.Answers.Answer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.RegistryStatement;
import dev.mayfly.domain.share.Release;
import dev.mayfly.domain.share.ReleaseRequest;
import dev.mayfly.domain.share.SealedShare;
import dev.mayfly.domain.statement.Issued;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Section 5: a node that released a share nobody dealt, and the same file about one that did not. */
final class EvidenceAnswers {
    private static final int RANK = 2;
    private static final String KEY = "one-time key of evidence";

    private EvidenceAnswers() {}

    static void add(Answers answers) {
        Statement<ReleaseRequest> request = request();
        Share forged = Share.of(RANK, Drawn.opening("forged share"));
        answer(answers, "a share that nobody dealt", evidence(request, release(request, forged), KEY));
        String honest = release(request, World.dealt().share(RANK));
        answer(answers, "the share that was dealt", evidence(request, honest, KEY))
                .text("result", "invalid");
        answer(answers, "another one-time key", evidence(request, release(request, forged), "another one-time key"))
                .text("result", "invalid");
    }

    private static Answer answer(Answers answers, String comment, ReleaseEvidence evidence) {
        NodeRecord node = World.committee().at(RANK).orElseThrow();
        return answers.add("evidence")
                .text("comment", comment)
                .text("network", new String(network().toJson(), StandardCharsets.UTF_8))
                .text("file", new String(evidence.toJson(), StandardCharsets.UTF_8))
                .text("nodeId", node.id())
                .text("operator", node.operator())
                .hex("containerId", World.containerId())
                .number("rank", RANK)
                .number("signedAt", World.NOW);
    }

    private static Statement<ReleaseRequest> request() {
        ReleaseRequest request = new ReleaseRequest(
                World.issued(World.nodeAt(RANK), "request of evidence"),
                World.containerId(),
                World.dealing().digest(),
                Drawn.hpke(KEY).publicKey());
        return ReleaseRequest.TYPE.sign(request, Drawn.signing(World.ACCESS));
    }

    private static String release(Statement<ReleaseRequest> request, Share share) {
        Bytes sealed = SealedShare.seal(
                share,
                Sealing.RELEASE,
                World.containerId(),
                World.nodeAt(RANK),
                Drawn.hpke(KEY).publicKey(),
                Drawn.random("seal evidence"));
        Release release = new Release(
                World.issued(Issued.PARTIES, "release of evidence"),
                World.containerId(),
                RANK,
                World.dealing().digest(),
                request.digest(),
                sealed);
        return Release.TYPE.sign(release, Drawn.signing(World.nodeAt(RANK))).compact();
    }

    private static ReleaseEvidence evidence(Statement<ReleaseRequest> request, String release, String key) {
        List<Bytes> nodes =
                World.registry().nodes().stream().map(NodeRecord::encoded).toList();
        RegistryStatement registry = new RegistryStatement(World.issued(Issued.PUBLIC, "registry"), 1, nodes);
        return new ReleaseEvidence(
                World.fields().encoded(),
                World.proof().bytes(),
                RegistryStatement.TYPE
                        .sign(registry, Drawn.signing(World.ADMIN))
                        .compact(),
                World.dealing().compact(),
                request.compact(),
                release,
                Drawn.scalar(key));
    }

    private static Network network() {
        return new Network(
                World.NAME,
                Drawn.signing(World.ADMIN).publicKey(),
                URI.create("https://coordinator.example/"),
                Drawn.vrf(World.VRF).publicKey(),
                List.of("https://id.example"),
                List.of(World.THRESHOLD),
                World.STANDBYS,
                60,
                new Lifetimes(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(1)),
                Duration.ofHours(1));
    }
}
