package dev.mayfly.crypto.secret;

import dev.mayfly.crypto.RejectedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * A private key on disk: its scalar, 32 bytes big-endian, as one line of base64url without padding. A file, because
 * environment variables show up in process lists, crash reports and consoles.
 */
public final class KeyFile {
    private static final int LINE_CHARACTERS = 43;

    private KeyFile() {}

    /**
     * Reads a scalar, which the caller makes a key of and closes.
     *
     * @throws IOException when the file cannot be read
     * @throws RejectedException when it does not hold a scalar; says nothing of its content
     */
    public static SecretBytes read(Path file) throws IOException, RejectedException {
        return parse(Files.readAllBytes(file));
    }

    /**
     * Takes a scalar from the content of such a file that was kept elsewhere. Wipes the content.
     *
     * @throws RejectedException when it does not hold a scalar; says nothing of its content
     */
    public static SecretBytes parse(byte[] text) throws RejectedException {
        byte[] line = Arrays.copyOf(text, text.length - lineEnd(text));
        try {
            return decode(line);
        } finally {
            SecretBytes.wipe(text, line);
        }
    }

    /**
     * Writes a scalar to a new file that only its owner can read. The scalar stays the caller's to close.
     *
     * @throws IOException when the file exists or cannot be written
     */
    public static void writeNew(Path file, SecretBytes scalar) throws IOException {
        byte[] line = scalar.use(Base64.getUrlEncoder().withoutPadding()::encode);
        Set<StandardOpenOption> create = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (SeekableByteChannel out = Files.newByteChannel(file, create, ownerOnly)) {
            out.write(ByteBuffer.wrap(line));
        } finally {
            SecretBytes.wipe(line);
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
        return new RejectedException("key file: one line of 43 base64url characters is expected");
    }
}
