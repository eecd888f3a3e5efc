package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.local.docs.Repository;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lines for a shell in {@code docs/develop.md} work when they are pasted. */
@ExtendWith(RunningNetwork.class)
class DevelopCurlTest {
    private final LocalNetwork network;

    DevelopCurlTest(LocalNetwork network) {
        this.network = network;
    }

    @Test
    void lines_askForSomethingAndGetIt() throws Exception {
        assumeTrue(isInstalled("curl") && isInstalled("bash"), "curl and bash are not installed");
        ProcessBuilder shell = new ProcessBuilder(
                        "bash", "-euc", Repository.block("sh", Repository.text("docs/develop.md")))
                .redirectErrorStream(true);
        shell.environment().put("ISSUER", network.issuer().issuer());
        for (LocalHandler handler : network.startHandlers(List.of("alice", "bob"))) {
            new HandlerCalls(handler).register();
            shell.environment().putAll(variables(handler));
        }

        Process running = shell.start();
        String answers = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(answers).isZero();
        assertThat(answers).endsWith("\"content\":\"dGhlIGRvb3IgY29kZSBpcyA0NzEx\"}");
    }

    private static Map<String, String> variables(LocalHandler handler) {
        String owner = handler.owner().subject().toUpperCase(Locale.ROOT);
        return Map.of(
                owner,
                handler.url().toString(),
                owner + "_TOKEN",
                handler.appTokenFile().toString());
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
