package dev.mayfly.handler;

import dev.mayfly.client.contact.Pins;
import dev.mayfly.client.contact.RememberedPins;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.file.PinFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.edge.key.SecretParameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the owner keeps in Parameter Store for a handler on Lambda, where no file is its owner's alone. Only the function that
 * is packaged for Lambda can read it: elsewhere a handler sees nothing of AWS.
 */
record OwnerParameter(String name) {
    Keyring keyring(String network) throws IOException, RejectedException {
        return KeyringFile.parse(content(), network);
    }

    Pins pins(String network) {
        try {
            return new RememberedPins(PinFile.parse(content(), network));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the parameter " + name + " holds no pins", unreadable);
        }
    }

    /** The owner's token towards the coordinator, as it is at this moment. */
    String token() {
        try {
            byte[] line = content();
            try {
                return new String(line, StandardCharsets.UTF_8).strip();
            } finally {
                SecretBytes.wipe(line);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the coordinator token cannot be read", unreadable);
        }
    }

    private byte[] content() throws IOException {
        try {
            return new SecretParameter(name).read();
        } catch (RejectedException open) {
            throw new IOException("the parameter " + name + " is no secret", open);
        }
    }
}
