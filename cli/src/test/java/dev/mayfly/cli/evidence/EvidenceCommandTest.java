package dev.mayfly.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The known answers about evidence, as somebody checks them who was shown the files. */
class EvidenceCommandTest {
    private static final Path VECTORS =
            Path.of(System.getProperty("basedir", "")).resolve("../docs/vectors/mayfly-v1.json");

    @TempDir
    private Path folder;

    /** What one run printed and exited with. */
    private record Run(int exit, String out, String err) {}

    @Test
    void evidence_isProvenAgainstTheNodeThatSigned() throws IOException {
        JsonNode proven = vectors().get(0);

        Run run = run(file("evidence", proven.get("file").textValue()), network(proven));

        assertThat(run.exit).isZero();
        assertThat(run.out)
                .startsWith("proven: the share it released does not fit")
                .contains(
                        proven.get("nodeId").textValue(), proven.get("operator").textValue(), "rank 2")
                .contains("signed at: 2027-01-15T08:00:00Z");
    }

    @Test
    void evidence_isNotProvenAgainstAnHonestNodeNorWithAnotherKey() throws IOException {
        for (JsonNode unproven : vectors().subList(1, 3)) {
            Run run = run(file("evidence", unproven.get("file").textValue()), network(unproven));

            assertThat(run.exit).isEqualTo(1);
            assertThat(run.out).startsWith("not proven: ").doesNotContain("node-");
        }
    }

    @Test
    void evidence_isNotProvenWhenItIsSomethingElse() throws IOException {
        Path network = network(vectors().get(0));
        assertThat(run(file("evidence", "{}"), network).exit).isEqualTo(1);
        assertThat(run(file("evidence", " ".repeat(2_000_000)), network).exit).isEqualTo(1);
    }

    @Test
    void command_isCalledWronglyWithoutItsFiles() throws IOException {
        Path evidence = file("evidence", vectors().get(0).get("file").textValue());
        assertThat(run(evidence, folder.resolve("nothing")).exit).isEqualTo(2);
        assertThat(run(folder.resolve("nothing"), network(vectors().get(0))).exit)
                .isEqualTo(2);
        assertThat(run(evidence, evidence).exit).isEqualTo(2);
    }

    private static List<JsonNode> vectors() throws IOException {
        JsonNode tests = new ObjectMapper().readTree(VECTORS.toFile()).path("tests");
        return StreamSupport.stream(tests.spliterator(), false)
                .filter(test -> test.path("kind").asText().equals("evidence"))
                .toList();
    }

    private Path network(JsonNode vector) throws IOException {
        return file("network", vector.get("network").textValue());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Run run(Path evidence, Path network) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new EvidenceCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(evidence.toString(), "--network", network.toString());
        return new Run(exit, out.toString(), err.toString());
    }
}
