package dev.mayfly.local.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged function running as a process of its own, as small as it gets. */
public final class FunctionProcess implements AutoCloseable {
    private static final int START_SECONDS = 90;
    private static final Pattern STARTED =
            Pattern.compile("started in [0-9.]+s\\.(?: Listening on: (http://[0-9.:]+))?");
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-Xshare:auto");

    private final Process process;
    private final Path log;
    private final CompletableFuture<Optional<URI>> started = new CompletableFuture<>();

    private FunctionProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a function; {@link #url} waits until it answers.
     *
     * @param port TCP port on 127.0.0.1, 0 for any that is free; none for a function that listens nowhere
     * @param settings its configuration; nothing secret, because process lists show it
     * @param log what it prints is appended here
     */
    public static FunctionProcess start(
            PackagedFunction packaged, OptionalInt port, Map<String, String> settings, Path log) {
        List<String> arguments = new ArrayList<>();
        port.ifPresent(number -> {
            arguments.add("-Dquarkus.http.host=127.0.0.1");
            arguments.add("-Dquarkus.http.port=" + number);
        });
        packaged.settings().forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        settings.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        try {
            Process process = new ProcessBuilder(command(packaged, arguments))
                    .redirectErrorStream(true)
                    .start();
            FunctionProcess function = new FunctionProcess(process, log);
            Thread reader = new Thread(function::read, "log of " + log.getFileName());
            reader.setDaemon(true);
            reader.start();
            return function;
        } catch (IOException failed) {
            throw new UncheckedIOException("a function cannot be started", failed);
        }
    }

    /**
     * Where it answers, once it does.
     *
     * @throws IllegalStateException when it ended or took too long; says where its log is
     */
    public URI url() {
        return awaitStarted()
                .orElseThrow(() -> new IllegalStateException("a function has no HTTP surface, see " + log));
    }

    /** Waits until it says that it has started; where it answers, if it has an HTTP surface. */
    public Optional<URI> awaitStarted() {
        try {
            return started.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("a function did not start, see " + log, failed.getCause());
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as a crash would, and returns when it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<String> command(PackagedFunction packaged, List<String> arguments) {
        String program = packaged.program().toString();
        List<String> command = new ArrayList<>();
        if (packaged.isForJava()) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(SMALL);
            command.addAll(arguments);
            command.addAll(List.of("-jar", program));
        } else {
            command.add(program);
            command.add("-Xmx64m");
            command.addAll(arguments);
        }
        return command;
    }

    private void read() {
        try (BufferedReader out = process.inputReader();
                BufferedWriter to =
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                to.write(line);
                to.newLine();
                to.flush();
                Matcher said = STARTED.matcher(line);
                if (said.find()) {
                    started.complete(Optional.ofNullable(said.group(1)).map(URI::create));
                }
            }
        } catch (IOException gone) {
            // The process was killed while it was writing; there is nothing more to read.
        } finally {
            started.completeExceptionally(new IllegalStateException("the process ended"));
        }
    }
}
