package dev.mayfly.node.identity;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signing key on disk: its scalar, 32 bytes big-endian, as one line of base64url without padding. A file, because
 * environment variables show up in process lists, crash reports and consoles.
 */
public final class KeyFile {
    private static final int LINE_CHARACTERS = 43;

    private KeyFile() {}

    /**
     * Reads a key, which the caller closes.
     *
     * @throws IOException when the file cannot be read
     * @throws RejectedException when it does not hold a key; says nothing of its content
     */
    public static SigningPrivateKey read(Path file) throws IOException, RejectedException {
        byte[] text = Files.readAllBytes(file);
        byte[] line = Arrays.copyOf(text, text.length - lineEnd(text));
        try (SecretBytes scalar = decode(line)) {
            return SigningPrivateKey.parse(scalar);
        } finally {
            SecretBytes.wipe(text, line);
        }
    }

    private static int lineEnd(byte[] text) {
        return text.length > 0 && text[text.length - 1] == '\n' ? 1 : 0;
    }

    private static SecretBytes decode(byte[] line) throws RejectedException {
        if (line.length != LINE_CHARACTERS) {
            throw notAKey();
        }
        try {
            return SecretBytes.adopt(Base64.getUrlDecoder().decode(line));
        } catch (IllegalArgumentException notBase64Url) {
            // Its message quotes the character, which is one of the key's.
            throw notAKey();
        }
    }

    private static RejectedException notAKey() {
        return new RejectedException("signing key file: one line of 43 base64url characters is expected");
    }
}
