package dev.mayfly.local.up;

import dev.mayfly.local.Eventually;
import dev.mayfly.local.RunningNetwork;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code mayfly up} as a process of its own, and all that it starts. */
final class UpProcess implements AutoCloseable {
    private static final int SIGINT = 2;
    private static final int END_SECONDS = 60;
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private List<ProcessHandle> started = List.of();

    private UpProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader();
    }

    static UpProcess start(Path folder, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmayfly.root=" + RunningNetwork.root(),
                "dev.mayfly.local.Main",
                "up",
                "--folder",
                folder.toString()));
        command.addAll(List.of(options));
        Path errors = Files.createTempFile(folder.getParent(), "up", ".err");
        return new UpProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** What it has printed when it has printed the last line of that, or has ended. */
    String printedUntil(String last) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.append(line).append('\n');
            if (line.startsWith(last)) {
                break;
            }
        }
        started = process.descendants().toList();
        return printed.toString();
    }

    /** Waits until it has started some processes. */
    void awaitChildren(int count) {
        Eventually.holds(START, () -> process.descendants().count() >= count || !process.isAlive());
        started = process.descendants().toList();
    }

    /** The processes that it had started when last looked at. */
    List<ProcessHandle> started() {
        return started;
    }

    /**
     * Whether Ctrl-C ends it: what a shell starts in the background ignores SIGINT, with all that it starts in turn, and a
     * JVM that finds it ignored leaves it so.
     */
    static boolean isInterruptible() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(ignored, 16) >> (SIGINT - 1) & 1) == 0;
    }

    /** Sends a signal to it and to nobody else, as {@code kill} does, and returns when it has ended. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        awaitEnd();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
