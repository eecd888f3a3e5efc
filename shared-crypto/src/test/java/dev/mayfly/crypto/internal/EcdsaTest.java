package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EcdsaTest {

    private static final String Q = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    private static final Bytes MESSAGE = TestBytes.utf8("message");

    @TestFactory
    Stream<DynamicTest> sign_asInRfc6979() {
        Case file = KnownAnswers.ofRfc("rfc6979-a2-5.json");
        return file.list("tests").stream()
                .map(test -> dynamicTest(test.text("msg"), () -> {
                    Scalar d = Scalar.parse(file.secret("x"));
                    Bytes message = TestBytes.utf8(test.text("msg"));
                    assertThat(DeterministicNonce.k(d, message.sha256().toByteArray())
                                    .toBytes())
                            .isEqualTo(test.hex("k"));
                    assertThat(Ecdsa.sign(d, message)).isEqualTo(lowered(Bytes.concat(test.hex("r"), test.hex("s"))));
                }));
    }

    @Test
    void verify_takesTheLowFormOfRfc7515AndRefusesTheHighOne() throws RejectedException {
        Case test = KnownAnswers.ofRfc("rfc7515-a3.json").list("tests").get(0);
        Point key =
                Point.decodeUncompressed(Bytes.concat(TestBytes.hex("04"), test.base64Url("x"), test.base64Url("y")));
        Bytes input = TestBytes.utf8(test.text("signing_input"));
        Bytes published = test.base64Url("signature");
        assertThat(lowered(published)).as("the RFC's example has a high s").isNotEqualTo(published);
        Ecdsa.verify(key, input, lowered(published));
        refused(key, input, published);
    }

    @TestFactory
    Stream<DynamicTest> wycheproof() throws IOException {
        return KnownAnswers.fromSharedFile(
                "wycheproof_ecdsa_secp256r1_sha256_p1363_test.json",
                file -> file.grouped().stream()
                        .map(test ->
                                dynamicTest(test.number("tcId") + " " + test.text("comment"), () -> judges(test))));
    }

    /** A valid signature with a high s is refused by policy; its other half must then be accepted. */
    private static void judges(Case test) throws RejectedException {
        Point key = Point.decodeUncompressed(
                test.object("group").object("publicKey").hex("uncompressed"));
        Bytes signature = test.hex("sig");
        if (!test.isValid()) {
            refused(key, test.hex("msg"), signature);
        } else {
            assertThatCode(() -> Ecdsa.verify(key, test.hex("msg"), lowered(signature)))
                    .doesNotThrowAnyException();
            refused(key, test.hex("msg"), heightened(signature));
        }
    }

    @Test
    void verify_refusedWhenOutOfRange() throws RejectedException {
        Scalar d = Scalar.random(TestBytes.seeded(1));
        Point key = Point.G.timesSecret(d);
        Bytes good = Ecdsa.sign(d, MESSAGE);
        Bytes r = good.slice(0, 32);
        Bytes s = good.slice(32, 64);
        Bytes zero = Bytes.of(new byte[32]);
        Bytes max = TestBytes.hex("ff".repeat(32));
        for (Bytes bad : new Bytes[] {zero, TestBytes.hex(Q), max}) {
            refused(key, MESSAGE, Bytes.concat(bad, s));
            refused(key, MESSAGE, Bytes.concat(r, bad));
        }
        refused(key, MESSAGE, Bytes.concat(zero, zero));
        refused(key, MESSAGE, good.slice(0, 63));
        refused(key, MESSAGE, Bytes.concat(good, Bytes.of(new byte[1])));
        refused(key, MESSAGE, heightened(good));
    }

    @Test
    void verify_refusedWhenAnyBitIsTurned() throws RejectedException {
        Scalar d = Scalar.random(TestBytes.seeded(2));
        Point key = Point.G.timesSecret(d);
        Bytes good = Ecdsa.sign(d, MESSAGE);
        Ecdsa.verify(key, MESSAGE, good);
        for (int bit = 0; bit < good.size() * 8; bit++) {
            refused(key, MESSAGE, TestBytes.flip(good, bit));
        }
    }

    private static void refused(Point key, Bytes message, Bytes signature) {
        assertThatThrownBy(() -> Ecdsa.verify(key, message, signature)).isInstanceOf(RejectedException.class);
    }

    private static Bytes lowered(Bytes signature) throws RejectedException {
        Scalar s = Scalar.parse(signature.slice(32, 64));
        return Bytes.concat(signature.slice(0, 32), (s.isHigh() ? s.negated() : s).toBytes());
    }

    private static Bytes heightened(Bytes signature) throws RejectedException {
        Scalar s = Scalar.parse(signature.slice(32, 64));
        return Bytes.concat(signature.slice(0, 32), (s.isHigh() ? s : s.negated()).toBytes());
    }
}
