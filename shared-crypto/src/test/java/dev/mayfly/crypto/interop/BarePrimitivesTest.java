package dev.mayfly.crypto.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.internal.HashToCurve;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

/** The bare forms against those of the protocol; published vectors are for {@code mayfly conformance}. */
class BarePrimitivesTest {

    private static final String DST = "a tag";
    private static final Bytes MESSAGE = TestBytes.utf8("a message");

    @Test
    void agree_readsBothFormsOfAPoint() throws RejectedException {
        HpkePrivateKey own = HpkePrivateKey.generate(TestBytes.seeded(1));
        Point peer = Point.G.timesSecret(Scalar.of(7919));
        try (SecretBytes scalar = own.scalar()) {
            String expected = TestBytes.hex(EcdhP256.agree(scalar, peer.compressed()));
            assertThat(expected)
                    .isEqualTo(TestBytes.hex(TestBytes.secret(
                            Bytes.of(peer.timesSecret(Scalar.parse(scalar)).x()))));
            assertThat(TestBytes.hex(EcdhP256.agree(scalar, peer.uncompressed())))
                    .isEqualTo(expected);
            assertThatThrownBy(() -> EcdhP256.agree(scalar, TestBytes.hex("00")))
                    .isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void hashToP256_givesThePointsOfTheProtocolUncompressed() {
        assertThat(HashToP256.hash(DST, MESSAGE))
                .isEqualTo(HashToCurve.p256(DST, MESSAGE).uncompressed());
        assertThat(HashToP256.encode(DST, MESSAGE))
                .isEqualTo(HashToCurve.p256Nonuniform(DST, MESSAGE).uncompressed())
                .isNotEqualTo(HashToP256.hash(DST, MESSAGE));
    }

    @Test
    void aes256Gcm_refusesKeysAndIvsOfAnotherSize() {
        Bytes sealed = Bytes.of(new byte[16]);
        for (int size : new int[] {0, 16, 24, 31, 33}) {
            assertThatThrownBy(() -> Aes256Gcm.open(SecretBytes.adopt(new byte[size]), iv(12), MESSAGE, sealed))
                    .isInstanceOf(RejectedException.class);
        }
        for (int size : new int[] {0, 8, 11, 13, 16}) {
            assertThatThrownBy(() -> Aes256Gcm.open(SecretBytes.adopt(new byte[32]), iv(size), MESSAGE, sealed))
                    .isInstanceOf(RejectedException.class);
        }
    }

    private static Bytes iv(int size) {
        return Bytes.of(new byte[size]);
    }
}
