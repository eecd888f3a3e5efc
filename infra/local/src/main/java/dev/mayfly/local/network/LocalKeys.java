package dev.mayfly.local.network;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.KeyFile;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;

/** Private keys in the files where the functions look for them: found there, or made and left there. The caller closes them. */
final class LocalKeys {
    private static final int ED25519_BYTES = 32;

    private LocalKeys() {}

    static SigningPrivateKey signing(Path file, SecureRandom random) throws IOException {
        try (SecretBytes scalar = scalar(file, () -> {
            try (SigningPrivateKey fresh = SigningPrivateKey.generate(random)) {
                return fresh.scalar();
            }
        })) {
            return SigningPrivateKey.parse(scalar);
        } catch (RejectedException broken) {
            throw notAKey(file);
        }
    }

    static VrfPrivateKey vrf(Path file, SecureRandom random) throws IOException {
        try (SecretBytes scalar = scalar(file, () -> {
            try (VrfPrivateKey fresh = VrfPrivateKey.generate(random)) {
                return fresh.scalar();
            }
        })) {
            return VrfPrivateKey.parse(scalar);
        } catch (RejectedException broken) {
            throw notAKey(file);
        }
    }

    /** A witness's Ed25519 public key, which nobody uses yet, 32 bytes: the last ones of its X.509 form. */
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

    private static SecretBytes scalar(Path file, Supplier<SecretBytes> fresh) throws IOException, RejectedException {
        if (Files.exists(file)) {
            return KeyFile.read(file);
        }
        SecretBytes scalar = fresh.get();
        KeyFile.writeNew(file, scalar);
        return scalar;
    }

    private static IOException notAKey(Path file) {
        return new IOException(file + " holds no private key");
    }
}
