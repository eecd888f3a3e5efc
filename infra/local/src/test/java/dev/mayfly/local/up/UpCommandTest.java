package dev.mayfly.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.local.Eventually;
import dev.mayfly.local.RunningNetwork;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code mayfly up} as its user runs it: started, pasted from, stopped and started again. */
@Timeout(600)
class UpCommandTest {
    private static final String LAST_LINE = "curl -sS \"$AUDIT";
    private static final String SEPARATOR = "-- next --\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    @Test
    void up_printsLinesThatWorkAndGoesOnWhereItWasStopped() throws Exception {
        assumeTrue(isInstalled("curl") && isInstalled("bash"), "curl and bash are not installed");
        Path folder = temporary.resolve("it's a network");
        List<String> lines;
        try (UpProcess up = UpProcess.start(folder, "--nodes", "5")) {
            String printed = up.printedUntil(LAST_LINE);
            assertThat(printed).as(up.errors()).contains("after this line:");
            lines = linesToPaste(printed);
            List<String> answers = paste(lines.subList(0, 3));

            assertThat(answers.get(1)).contains("\"containerId\"");
            assertThat(json(answers.get(2)).at("/items/0/peer/subject").asText())
                    .as(answers.get(2))
                    .isEqualTo("alice");
            stopAndCheck(up, UpProcess.isInterruptible() ? "INT" : "TERM");
        }
        try (UpProcess up = UpProcess.start(folder, "--json")) {
            String printed = up.printedUntil("{");
            assertThat(printed).as(up.errors()).startsWith("{");
            JsonNode there = json(printed);
            assertThat(there.get("nodes")).hasSize(5);
            assertThat(there.at("/handlers/1/token").asText()).contains(".");

            // All of them but the one that sends.
            List<String> answers =
                    paste(List.of(lines.get(0), lines.get(2), lines.get(3), lines.get(4), lines.get(5), lines.get(6)));

            assertThat(answers.get(2))
                    .isEqualTo(Files.readString(RunningNetwork.root().resolve("README.md")));
            assertThat(answers.get(3)).contains("\"state\":\"delivered\",\"erased\":5,\"issued\":5");
            assertThat(answers.get(4)).contains("urn:mayfly:error:container-unknown");
            assertThat(json(answers.get(5)).path("entries").size())
                    .as(answers.get(5))
                    .isGreaterThanOrEqualTo(4);
            refusesASecondOne(folder);
            stopAndCheck(up, "TERM");
            refusesAPortThatIsTaken(folder, URI.create(there.get("coordinator").asText()));
        }
    }

    @Test
    void up_leavesNothingRunningWhenStoppedWhileItStarts() throws Exception {
        try (UpProcess up = UpProcess.start(temporary.resolve("halfway"), "--nodes", "5")) {
            up.awaitChildren(3);

            stopAndCheck(up, "TERM");
        }
    }

    @Test
    void up_isRefusedWithFewerNodesThanACommittee() throws Exception {
        try (UpProcess up = UpProcess.start(temporary.resolve("few"), "--nodes", "4")) {
            assertThat(up.awaitEnd()).isEqualTo(2);
            assertThat(up.errors()).contains("5 nodes at least");
        }
    }

    private static void stopAndCheck(UpProcess up, String signal) throws Exception {
        assertThat(up.started()).hasSizeGreaterThanOrEqualTo(3);
        up.signal(signal);
        Eventually.holds(() -> up.started().stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void refusesASecondOne(Path folder) throws Exception {
        try (UpProcess second = UpProcess.start(folder)) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.errors()).startsWith("mayfly: another network is running in ");
        }
    }

    private static void refusesAPortThatIsTaken(Path folder, URI coordinator) throws Exception {
        try (ServerSocket taken = new ServerSocket(coordinator.getPort(), 1, InetAddress.getLoopbackAddress());
                UpProcess late = UpProcess.start(folder)) {
            assertThat(late.awaitEnd()).isEqualTo(1);
            assertThat(late.errors()).startsWith("mayfly: port " + taken.getLocalPort() + " is taken");
            assertThat(late.started()).noneMatch(ProcessHandle::isAlive);
        }
    }

    /** What stands after the colon, in pieces that are separated by empty lines. */
    private static List<String> linesToPaste(String printed) {
        String all = printed.substring(printed.indexOf("after this line:") + "after this line:".length());
        return Arrays.stream(all.strip().split("\n\n")).toList();
    }

    /** What a shell answers to each of them. */
    private List<String> paste(List<String> lines) throws IOException, InterruptedException {
        Path script = Files.writeString(
                temporary.resolve("pasted.sh"), String.join("\nprintf '%s' '" + SEPARATOR + "'\n", lines));
        Process shell = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .start();
        String answers = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(answers).isZero();
        return List.of(answers.split(Pattern.quote(SEPARATOR), -1));
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
