package dev.mayfly.templates.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the first answer takes, and the next ones: left in {@code target/emulator/times.txt}. */
class TimesEmulatorTest {
    private static final int WARM = 50;

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void deploy() throws IOException {
        deployment = new Deployment(folder);
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, Coordinator, /v1/nothing",
        "coordinator, Audit, /v1/head",
        "coordinator, Sweep, schedule",
        "entropy-node, Node, /v1/erasure",
        "entropy-node, Erase, schedule"
    })
    void function_answersColdAndWarm(String template, String function, String call) throws IOException {
        String event = event(call);
        try (Emulator emulator = deployment.start(template, function)) {
            long cold = timed(emulator, event);
            long[] warm = new long[WARM];
            for (int i = 0; i < WARM; i++) {
                warm[i] = timed(emulator, event);
            }
            Arrays.sort(warm);
            String line = "%s: cold %d ms, warm %d ms (median of %d), Java %s%n"
                    .formatted(function, cold, warm[WARM / 2], WARM, System.getProperty("java.version"));
            Files.writeString(
                    Path.of(System.getProperty("basedir", ""), "target/emulator/times.txt"),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            assertThat(cold).isGreaterThan(warm[WARM / 2]);
        }
    }

    private static String event(String call) {
        return switch (call) {
            case "schedule" -> Event.schedule();
            case "/v1/erasure" -> Event.post(call, "{\"containerId\":\"" + "A".repeat(43) + "\"}");
            default -> Event.get(call);
        };
    }

    private static long timed(Emulator emulator, String event) {
        long start = System.nanoTime();
        JsonNode answer = emulator.invoke(event);
        assertThat(answer.has("errorMessage")).as(answer.toString()).isFalse();
        assertThat(answer.path("statusCode").asInt()).isLessThan(500);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
