package dev.mayfly.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A function as {@code mvn package} leaves it.
 *
 * @param program a jar for Java; or with {@code -Dnative}, a program of its own
 * @param settings what it is told beside its role's own settings
 */
public record PackagedFunction(Path program, Map<String, String> settings) {
    /**
     * The packaged function of a module under {@code functions/}, whichever way it was packaged last.
     *
     * @throws IllegalStateException when it was not packaged
     */
    public static PackagedFunction of(Path root, String module) {
        return of(root, module, Map.of());
    }

    /** The same, told these settings. */
    public static PackagedFunction of(Path root, String module, Map<String, String> settings) {
        Path target = root.resolve("functions").resolve(module).resolve("target");
        try (Stream<Path> natives = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return Stream.concat(
                            Stream.of(target.resolve("quarkus-app/quarkus-run.jar")),
                            natives.filter(file -> file.toString().endsWith("-runner")))
                    .filter(Files::isRegularFile)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(program -> new PackagedFunction(program, settings))
                    .orElseThrow(() -> new IllegalStateException(
                            "functions/" + module + " is not packaged: run mvn package first"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isForJava() {
        return program.toString().endsWith(".jar");
    }
}
