package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A packaged role that is told something that makes no sense. */
class SettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "coordinator, mayfly.coordinator, quotas.opens-per-hour, 0, 1 to 1000000000",
        "entropy-node, mayfly.node, dynamodb.attempt, 2m, PT0.1S to PT1M",
        "expiry-sweep, mayfly.sweep, parallel, 257, 1 to 256",
        "audit, mayfly.audit, dynamodb.call, 1s, PT2S to PT5M",
        "message-handler, mayfly.handler, budgets.opening, 2m, PT1S to PT1M59S"
    })
    void start_isRefusedBeforeAnythingElseWithTheNameOfTheSetting(
            String module, String prefix, String name, String value, String range) throws Exception {
        Map<String, String> settings = Map.of(
                prefix + ".network-file",
                folder.resolve("none").toString(),
                "mayfly.node.id",
                "node-1",
                "mayfly.handler.evidence-folder",
                folder.resolve("evidence").toString(),
                "mayfly.handler.apps",
                "app",
                prefix + "." + name,
                value);
        Path log = folder.resolve("log");
        PackagedFunction packaged = PackagedFunction.of(RunningNetwork.root(), module);

        try (FunctionProcess process = FunctionProcess.start(packaged, OptionalInt.of(0), settings, log)) {
            assertThatThrownBy(process::awaitStarted).isInstanceOf(IllegalStateException.class);
        }

        assertThat(Files.readString(log)).contains(prefix + "." + name + " must be " + range + ", and is ");
    }
}
