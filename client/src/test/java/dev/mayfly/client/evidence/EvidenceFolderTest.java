package dev.mayfly.client.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file for each lie, and no trouble for anybody when it cannot be written. */
class EvidenceFolderTest {
    private static final Bytes CONTAINER = Bytes.of(new byte[32]);
    private static final Misbehaviour PROVEN = new Misbehaviour("node-1", "operator-1", CONTAINER, 2, 0, "it lied");

    @TempDir
    private Path folder;

    @Test
    void keep_writesTheFileThatIsRead() throws IOException, RejectedException {
        new EvidenceFolder(folder.resolve("evidence")).keep(evidence("a"), PROVEN);

        Path file = folder.resolve("evidence").resolve("evidence-" + CONTAINER.toBase64Url() + "-2.json");
        assertThat(ReleaseEvidence.parse(Files.readAllBytes(file))).isEqualTo(evidence("a"));
    }

    @Test
    void keep_leavesTheFirstOfSeveralAndNothingBeside() throws IOException, RejectedException {
        EvidenceFolder store = new EvidenceFolder(folder);
        store.keep(evidence("a"), PROVEN);
        store.keep(evidence("b"), PROVEN);

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(ReleaseEvidence.parse(Files.readAllBytes(all.get(0)))).isEqualTo(evidence("a"));
        }
    }

    @Test
    void keep_disturbsNobodyWhenItCannotWrite() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        assertThatCode(() -> new EvidenceFolder(notAFolder).keep(evidence("a"), PROVEN))
                .doesNotThrowAnyException();
    }

    private static ReleaseEvidence evidence(String release) {
        return new ReleaseEvidence(CONTAINER, CONTAINER, "registry", "dealing", "request", release, CONTAINER);
    }
}
