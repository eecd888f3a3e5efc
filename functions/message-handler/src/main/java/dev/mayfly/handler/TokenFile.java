package dev.mayfly.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The owner's token towards the coordinator, as it is in its file at the moment of each call. */
record TokenFile(Path file) implements Supplier<String> {
    @Override
    public String get() {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the coordinator token file cannot be read", unreadable);
        }
    }
}
