package dev.mayfly.edge.key;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a role's private key is kept. */
@FunctionalInterface
public interface KeySource {
    /**
     * Reads the key's scalar, 32 bytes big-endian, which the caller makes a key of and closes.
     *
     * @throws IOException when it cannot be reached
     * @throws RejectedException when what is there is no key; says nothing of its content
     */
    SecretBytes read() throws IOException, RejectedException;

    /**
     * The one place that is set.
     *
     * @param setting what the names of the settings begin with, for the error: {@code mayfly.node.signing-key}
     * @param file a {@link KeyFile}
     * @param parameter name of a SecureString in Parameter Store, which holds the line of a {@link KeyFile}
     * @throws IllegalStateException when both are set, or none
     */
    static KeySource of(String setting, Optional<Path> file, Optional<String> parameter) {
        if (file.isPresent() == parameter.isPresent()) {
            throw new IllegalStateException("set one of %1$s-file and %1$s-parameter".formatted(setting));
        }
        return file.<KeySource>map(path -> () -> KeyFile.read(path))
                .orElseGet(() -> new KeyParameter(new SecretParameter(parameter.get())));
    }
}
