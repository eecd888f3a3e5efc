package dev.mayfly.cli.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** Where a bearer token comes from: never from an argument, which everybody on the machine can see. */
public final class TokenOptions {
    private static final long SECONDS = 60;
    private static final int LONGEST = 16 * 1024;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with a bearer token that is valid now.")
    private Path file;

    @Option(
            names = "--token-command",
            paramLabel = "COMMAND",
            description = "A command for sh that prints a bearer token, within a minute.")
    private String command;

    /** A token. */
    String token() {
        try {
            byte[] token = file == null ? printed() : Files.readAllBytes(file);
            return new String(token, StandardCharsets.US_ASCII).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] printed() throws IOException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            process.getOutputStream().close();
            // A token fits into the pipe, so that the command ends before anybody reads.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the command for a token failed");
            }
            return process.getInputStream().readNBytes(LONGEST);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a token", stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
