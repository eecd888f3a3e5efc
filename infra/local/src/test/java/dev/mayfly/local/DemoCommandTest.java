package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its user runs it. */
class DemoCommandTest {
    private static final List<String> STEPS = List.of(
            "network-up",
            "nodes-registered",
            "keys-registered",
            "container-opened",
            "committee-verified",
            "entropy-contributed",
            "shares-held",
            "container-activated",
            "message-sent",
            "nodes-killed",
            "message-received",
            "container-delivered",
            "decrypt-refused",
            "nodes-revived",
            "nodes-moved",
            "lie-survived",
            "container-revoked",
            "container-requested",
            "request-answered",
            "container-expired",
            "ends-recorded",
            "ledger-verified",
            "tampering-found");

    @TempDir
    private Path folder;

    @Test
    void demo_tellsEveryStepAndLeavesNothingRunningWhenGivenAFile() throws Exception {
        byte[] content = new byte[256 * 1024];
        new SecureRandom().nextBytes(content);
        Path file = Files.write(folder.resolve("photo"), content);
        long before = childProcesses();

        Output output = run("demo", "--json", file.toString());

        assertThat(output.exitCode).as(output.text).isZero();
        JsonNode story = new ObjectMapper().readTree(output.text);
        assertThat(story.get("ok").asBoolean()).isTrue();
        assertThat(story.get("steps").findValuesAsText("name")).isEqualTo(STEPS);
        assertThat(story.get("steps")).allMatch(step -> step.get("ok").asBoolean());
        assertThat(childProcesses()).isEqualTo(before);
    }

    @Test
    void demo_isRefusedWhenTheFileIsTooLong() throws Exception {
        Path file = Files.write(folder.resolve("long"), new byte[256 * 1024 + 1]);

        assertThat(run("demo", file.toString()).exitCode).isEqualTo(2);
    }

    @Test
    void demo_isRefusedWhenThereIsNoSuchFile() {
        assertThat(run("demo", folder.resolve("nothing").toString()).exitCode).isEqualTo(2);
    }

    private record Output(int exitCode, String text) {}

    private static Output run(String... arguments) {
        PrintStream standard = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            int exitCode = Main.commandLine().execute(arguments);
            return new Output(exitCode, captured.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standard);
        }
    }

    private static long childProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .count();
    }
}
