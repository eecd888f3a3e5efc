package dev.mayfly.client.key;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;

/**
 * What a message is sealed as: {@code encode("mayfly/v1/frame", contentSalt, content)}. The salt keeps the digest that both
 * parties sign from saying anything about the content to anybody else.
 *
 * @param salt 64 bytes
 * @param content what the sender says
 */
public record Frame(Bytes salt, SecretBytes content) implements AutoCloseable {
    /** The longest content in bytes: 256 KiB. */
    public static final int MAX_CONTENT = 256 * 1024;

    private static final String LABEL = "mayfly/v1/frame";
    private static final int SALT_BYTES = 64;

    /** Frames content with a fresh salt; the content stays the caller's. */
    public static Frame of(SecretBytes content, SecureRandom random) {
        if (content.size() > MAX_CONTENT) {
            throw new IllegalArgumentException("content of more than " + MAX_CONTENT + " bytes");
        }
        return new Frame(Bytes.random(random, SALT_BYTES), content);
    }

    /** The frame whose {@link #head} and content this is; close it to wipe the content. */
    public static Frame decode(SecretBytes encoded) throws RejectedException {
        Decoder in = Decoder.ofSecret(LABEL, encoded);
        Bytes salt = in.bytes(SALT_BYTES);
        SecretBytes content = in.secret();
        try {
            in.end();
            return new Frame(salt, content);
        } catch (RejectedException rejected) {
            content.close();
            throw rejected;
        }
    }

    /** The canonical bytes up to the content, which follows: as long as a message is, it is not copied only to be sealed. */
    public Bytes head() {
        return Encoder.of(LABEL).bytes(salt).toBytesBefore(content.size());
    }

    /** {@code SHA-256(encode("mayfly/v1/content", contentSalt, content))}: what both parties sign. */
    public Bytes contentDigest() {
        try (SecretBytes encoded =
                Encoder.of("mayfly/v1/content").bytes(salt).secret(content).toSecret()) {
            return encoded.use(bytes -> Bytes.of(bytes).sha256());
        }
    }

    @Override
    public void close() {
        content.close();
    }

    @Override
    public String toString() {
        return "Frame[" + content.size() + " bytes]";
    }
}
