package dev.mayfly.cli.golden;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vss.Opening;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** Everything that is random elsewhere, drawn from names: the same name, the same bytes, for ever. */
final class Drawn {
    private Drawn() {}

    /** Bytes of a name. */
    static Bytes bytes(String name, int size) {
        byte[] drawn = new byte[size];
        random(name).nextBytes(drawn);
        return Bytes.of(drawn);
    }

    /** A scalar of a name: a hash, which is in range but once in 2^32, and then parsing it fails. */
    static Bytes scalar(String name) {
        return bytes(name, 32);
    }

    static SigningPrivateKey signing(String name) {
        return parse(() -> SigningPrivateKey.parse(secret(name)));
    }

    static HpkePrivateKey hpke(String name) {
        return parse(() -> HpkePrivateKey.parse(secret(name)));
    }

    static VrfPrivateKey vrf(String name) {
        return parse(() -> VrfPrivateKey.parse(secret(name)));
    }

    static Opening opening(String name) {
        return parse(() -> Opening.parse(secret(name + " s"), secret(name + " r")));
    }

    private static SecretBytes secret(String name) {
        return SecretBytes.adopt(scalar(name).toByteArray());
    }

    private interface Parse<T> {
        T get() throws RejectedException;
    }

    private static <T> T parse(Parse<T> parse) {
        try {
            return parse.get();
        } catch (RejectedException unlucky) {
            throw new IllegalStateException("choose another name", unlucky);
        }
    }

    /** SHA-256 of the name and a counter, as a source of randomness that has none. */
    static SecureRandom random(String name) {
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;
            private int counter;

            @Override
            public void nextBytes(byte[] bytes) {
                for (int at = 0; at < bytes.length; at += 32) {
                    String block = "mayfly-v1 vectors/" + name + "/" + counter++;
                    byte[] drawn = Bytes.of(block.getBytes(StandardCharsets.UTF_8))
                            .sha256()
                            .toByteArray();
                    System.arraycopy(Arrays.copyOf(drawn, 32), 0, bytes, at, Math.min(32, bytes.length - at));
                }
            }
        };
    }
}
