package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.local.docs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's two commands, with stand-ins for Maven and the tools of AWS that write down how they were called. */
class OperatePageTest {
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    /** Parameter Store has what was put there. */
    private static final String TOOL = """
            #!/bin/sh
            case "$*" in *get-parameter*) grep -q "put-parameter.*$4" calls; exit ;; esac
            echo "$(basename "$0") $*" >> calls
            case "$*" in *--guided*) echo 'stack_name = "chosen"' >> "$(echo "$*" | sed 's/.*--config-file \\([^ ]*\\).*/\\1/')" ;; esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void checkout() throws Exception {
        Files.createDirectories(folder.resolve("infra/templates"));
        Files.copy(
                RunningNetwork.root().resolve("infra/deploy"),
                folder.resolve("infra/deploy"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("mvn", "aws", "sam")) {
            assertThat(Files.writeString(tools.resolve(tool), TOOL).toFile().setExecutable(true))
                    .isTrue();
        }
    }

    @Test
    void coordinator_isDeployedByTwoCommands() throws Exception {
        List<String> commands = commands("## A network and its coordinator");
        assertThat(commands).hasSize(2);

        mayfly(commands.get(0));
        shell(commands.get(1));

        assertThat(calls().get(0)).isEqualTo("mvn --quiet --batch-mode package -Dlambda -DskipTests");
        assertThat(calls().get(1)).contains("put-parameter", "SecureString", "/mayfly/vrf-key", "/network/vrf.key");
        assertThat(calls().get(2))
                .contains("sam deploy --template infra/templates/coordinator.yaml", "--guided")
                .contains("--parameter-overrides NetworkName=example Issuer=https://id.example");
        assertThat(folder.resolve("infra/templates/network/network.json"))
                .hasSameBinaryContentAs(folder.resolve("network/network.json"));
    }

    @Test
    void node_isDeployedByTwoCommandsAndBroughtUpToDateByTheSecond() throws Exception {
        mayfly(commands("## A network and its coordinator").get(0));
        Files.copy(folder.resolve("network/network.json"), folder.resolve("network.json"));
        List<String> commands = commands("## A node joins").subList(0, 2);

        mayfly(commands.get(0));
        shell(commands.get(1));
        shell(commands.get(1));

        assertThat(calls()).hasSize(5);
        assertThat(calls().get(1)).contains("put-parameter", "/mayfly/signing-key", "/node/signing.key");
        assertThat(calls().get(2)).contains("--guided", "--parameter-overrides NetworkName=example NodeId=node-1");
        // The key stays as it is, and the answers are known.
        assertThat(calls().get(4)).startsWith("sam deploy").doesNotContain("--guided", "--parameter-overrides");
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private static List<String> commands(String section) {
        List<String> commands = new ArrayList<>();
        for (String block : Repository.all("(?s)```sh\n(.*?)```", Repository.section("docs/operate.md", section))) {
            commands.addAll(block.lines().toList());
        }
        return commands;
    }

    /** Runs {@code ./mayfly WHAT init FOLDER …}. */
    private void mayfly(String line) {
        List<String> words = new ArrayList<>(WORD.matcher(line)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("\"", ""))
                .toList());
        assertThat(words.remove(0)).isEqualTo("./mayfly");
        words.set(2, folder.resolve(words.get(2)).toString());
        assertThat(Main.commandLine().execute(words.toArray(String[]::new))).isZero();
    }

    private void shell(String line) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line).directory(folder.toFile());
        shell.environment().merge("PATH", folder.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
        Process process = shell.inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
