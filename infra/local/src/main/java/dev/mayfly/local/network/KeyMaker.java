package dev.mayfly.local.network;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Writes private keys as the functions read them, and makes the keys that nobody here uses yet. */
final class KeyMaker {
    private static final int ED25519_BYTES = 32;

    private KeyMaker() {}

    /** Writes a scalar as one line of base64url to a new file that only this user can read. */
    static void write(SecretBytes scalar, Path file) throws IOException {
        byte[] line = scalar.use(Base64.getUrlEncoder().withoutPadding()::encode);
        Set<StandardOpenOption> create = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (SeekableByteChannel out = Files.newByteChannel(file, create, ownerOnly)) {
            out.write(ByteBuffer.wrap(line));
        } finally {
            SecretBytes.wipe(line);
        }
    }

    /** A witness's Ed25519 public key, 32 bytes: the last ones of its X.509 form. */
    static Bytes witnessKey(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return Bytes.of(Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }
}
