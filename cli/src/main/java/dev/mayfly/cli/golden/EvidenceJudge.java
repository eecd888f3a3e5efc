package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.network.Network;
import java.nio.charset.StandardCharsets;

/** Section 5: what a file proves against which node. */
final class EvidenceJudge {
    private EvidenceJudge() {}

    static Verdict judge(Vector vector) {
        return vector.expect(() -> {
            Network network = Network.parse(vector.text("network").getBytes(StandardCharsets.UTF_8));
            byte[] file = vector.text("file").getBytes(StandardCharsets.UTF_8);
            Misbehaviour proven = ReleaseEvidence.parse(file).prove(network);
            Vector.same("nodeId", vector.text("nodeId"), proven.nodeId());
            Vector.same("operator", vector.text("operator"), proven.operator());
            Vector.same("containerId", vector.hex("containerId"), proven.containerId());
            Vector.same("rank", vector.number("rank"), (long) proven.rank());
            Vector.same("signedAt", vector.number("signedAt"), proven.signedAt());
        });
    }
}
