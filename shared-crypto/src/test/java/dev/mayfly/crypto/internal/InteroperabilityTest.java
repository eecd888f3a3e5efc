package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;

/** Our HPKE and Bouncy Castle's open each other's messages. It lies here because only this room knows Bouncy Castle. */
class InteroperabilityTest {

    private static final Bytes INFO = TestBytes.utf8("info");
    private static final byte[] NOTHING = {};

    private final SecureRandom random = TestBytes.seeded(3);
    private final HPKE theirs =
            new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);

    @Test
    void open_readsWhatBouncyCastleSealed() throws Exception {
        HpkePrivateKey key = HpkePrivateKey.generate(random);
        byte[] pk = Point.decode(key.publicKey().bytes()).uncompressed().toByteArray();
        byte[][] sealed = theirs.seal(
                theirs.deserializePublicKey(pk), INFO.toByteArray(), NOTHING, new byte[] {1, 2, 3}, null, null, null);
        Bytes joined = Bytes.concat(Bytes.of(sealed[1]), Bytes.of(sealed[0]));
        assertThat(TestBytes.hex(Hpke.open(key, INFO, joined))).isEqualTo("010203");
    }

    @Test
    void seal_isReadByBouncyCastle() throws Exception {
        AsymmetricCipherKeyPair key = theirs.generatePrivateKey();
        Bytes pk = Bytes.of(theirs.serializePublicKey(key.getPublic()));
        HpkePublicKey to = HpkePublicKey.parse(Point.decodeUncompressed(pk).compressed());
        Bytes sealed = Hpke.seal(to, INFO, SecretBytes.adopt(new byte[] {1, 2, 3}), random);
        byte[] enc = sealed.slice(0, 65).toByteArray();
        byte[] ct = sealed.slice(65, sealed.size()).toByteArray();
        assertThat(theirs.open(enc, key, INFO.toByteArray(), NOTHING, ct, null, null, null))
                .containsExactly(1, 2, 3);
    }
}
