package dev.mayfly.local.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** A function as {@code mvn package} leaves it. */
public record PackagedFunction(Path jar) {
    /**
     * The packaged function of a module under {@code functions/}.
     *
     * @throws IllegalStateException when it was not packaged
     */
    public static PackagedFunction of(Path root, String module) {
        Path jar = root.resolve("functions").resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("functions/" + module + " is not packaged: run mvn package first");
        }
        return new PackagedFunction(jar);
    }
}
