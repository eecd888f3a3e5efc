package dev.mayfly.dynamodblocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that uses the engine sees from outside, up to its own sudden death. */
class ParentProcessTest {
    @Test
    void engine_endsWhenItsParentIsKilled() throws Exception {
        Process parent = parent(folderOf(DynamoDbLocal.class));
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle engine =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(engine.isAlive()).isTrue();

            parent.destroyForcibly();

            assertThat(engine.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void start_saysWhatToRunWhenTheEngineWasNotBuilt(@TempDir Path elsewhere) throws Exception {
        Path classes = copyOfClasses(elsewhere.resolve("classes"));

        Process parent = parent(classes);

        assertThat(new String(parent.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("run mvn package first");
        assertThat(parent.waitFor()).isNotZero();
    }

    private static Process parent(Path classes) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        classes + File.pathSeparator + folderOf(ParentProcess.class),
                        ParentProcess.class.getName())
                .start();
    }

    private static Path copyOfClasses(Path target) throws IOException, URISyntaxException {
        Path name = Path.of("dev", "mayfly", "dynamodblocal", "DynamoDbLocal.class");
        Files.createDirectories(target.resolve(name).getParent());
        Files.copy(folderOf(DynamoDbLocal.class).resolve(name), target.resolve(name));
        return target;
    }

    private static Path folderOf(Class<?> code) throws URISyntaxException {
        return Path.of(code.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
