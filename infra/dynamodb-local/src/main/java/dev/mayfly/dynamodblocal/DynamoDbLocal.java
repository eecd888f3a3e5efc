package dev.mayfly.dynamodblocal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running DynamoDB Local, reachable from this machine only.
 *
 * <p>It is a child JVM that lives no longer than its parent: it holds the other end of a pipe and ends when the pipe does,
 * however the parent died. Whatever it logs is appended to {@code dynamodb-local.log} in this module's build directory.
 */
public final class DynamoDbLocal implements AutoCloseable {
    private static final int START_SECONDS = 60;

    private final Process process;
    private final URI endpoint;

    private DynamoDbLocal(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts an empty database in memory on any free port.
     *
     * @throws IllegalStateException as {@link #start(int, Path)}
     */
    public static DynamoDbLocal start() {
        return start(0, null);
    }

    /**
     * Starts a database and returns once it answers, usually after two seconds.
     *
     * @param port TCP port on 127.0.0.1; 0 for any that is free
     * @param data directory that keeps the tables between runs, made when missing; {@code null} keeps them in memory
     * @throws IllegalStateException when the engine's jars were not built, or the engine does not start (the port is taken)
     * @throws UncheckedIOException when the process or the directory cannot be made
     */
    public static DynamoDbLocal start(int port, Path data) {
        Path build = buildDirectory();
        Path log = build.resolve("dynamodb-local.log");
        try {
            Process process = launch(build, port, data, log);
            return new DynamoDbLocal(process, URI.create("http://127.0.0.1:" + awaitPort(process, log)));
        } catch (IOException failed) {
            throw new UncheckedIOException("DynamoDB Local cannot be started", failed);
        }
    }

    /** Where clients send their requests: {@code http://127.0.0.1:<port>}. */
    public URI endpoint() {
        return endpoint;
    }

    /** The process id of the engine. */
    public long pid() {
        return process.pid();
    }

    /** Kills the engine and returns when it is gone. Calling it again does nothing. */
    @Override
    public void close() {
        kill(process);
    }

    private static Process launch(Path build, int port, Path data, Path log) throws IOException {
        if (data != null) {
            Files.createDirectories(data);
        }
        ProcessBuilder builder = new ProcessBuilder(command(build, port, data));
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static List<String> command(Path build, int port, Path data) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = build.resolve("lib").resolve("*") + File.pathSeparator + ownCode();
        return List.of(
                java.toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "dev.mayfly.dynamodblocal.EngineProcess",
                String.valueOf(port),
                data == null ? "" : data.toAbsolutePath().toString());
    }

    private static Path buildDirectory() {
        Path build = ownCode().getParent();
        if (!Files.isDirectory(build.resolve("lib"))) {
            throw new IllegalStateException("DynamoDB Local is not in " + build.resolve("lib")
                    + ": run mvn package first, and use the module from the same build");
        }
        return build;
    }

    /** This module's classes folder or jar: its neighbour {@code lib} holds the engine. */
    private static Path ownCode() {
        try {
            return Path.of(DynamoDbLocal.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int awaitPort(Process process, Path log) {
        // Not closed before the process is dead: closing would wait for the very line that does not come.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        try {
            String line = CompletableFuture.supplyAsync(() -> readLine(out)).get(START_SECONDS, TimeUnit.SECONDS);
            return Integer.parseInt(line);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw notStarted(process, log);
        } catch (ExecutionException | TimeoutException | NumberFormatException failed) {
            throw notStarted(process, log);
        }
    }

    private static String readLine(BufferedReader out) {
        try {
            return out.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static IllegalStateException notStarted(Process process, Path log) {
        kill(process);
        return new IllegalStateException("DynamoDB Local did not start; see the end of " + log);
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
