package dev.mayfly.edge.key;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;

/** A parameter that holds the line of a {@link KeyFile}. */
record KeyParameter(SecretParameter parameter) implements KeySource {
    @Override
    public SecretBytes read() throws IOException, RejectedException {
        return KeyFile.parse(parameter.read());
    }
}
