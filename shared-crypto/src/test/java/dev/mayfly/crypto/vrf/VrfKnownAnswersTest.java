package dev.mayfly.crypto.vrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.DeterministicNonce;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Both suites on P-256 against RFC 9381 appendices B.1 and B.2, and larger sets. */
class VrfKnownAnswersTest {

    private static final Map<String, VrfSuite> SUITES = Map.of(
            "ECVRF-P256-SHA256-TAI", VrfSuite.P256_SHA256_TAI,
            "ECVRF-P256-SHA256-SSWU", VrfSuite.P256_SHA256_SSWU);

    @TestFactory
    Stream<DynamicTest> everyStep_asInTheRfc() {
        return Stream.of("rfc9381-b1.json", "rfc9381-b2.json")
                .flatMap(file -> KnownAnswers.ofRfc(file).list("tests").stream())
                .map(test -> dynamicTest("example " + test.number("example"), () -> everyStep(test)));
    }

    @TestFactory
    Stream<DynamicTest> rfcFile() throws IOException {
        return KnownAnswers.fromSharedFile(
                "rfc9381_ecvrf.json",
                file -> ofOurSuite(file)
                        .map(test -> dynamicTest("example " + test.number("example"), () -> proves(test))));
    }

    @TestFactory
    Stream<DynamicTest> generatedFile() throws IOException {
        return KnownAnswers.fromSharedFile(
                "ecvrf_generated.json",
                file -> ofOurSuite(file)
                        .map(test ->
                                dynamicTest(test.text("result") + " " + test.text("comment"), () -> judges(test))));
    }

    private static Stream<Case> ofOurSuite(Case file) {
        return file.list("tests").stream().filter(test -> SUITES.containsKey(test.text("suite")));
    }

    private static VrfSuite suite(Case test) {
        return SUITES.get(test.text("suite"));
    }

    private static void everyStep(Case test) throws RejectedException {
        Point y = Point.decode(test.hex("pk"));
        Point h = suite(test).encodeToCurve(y, test.hex("alpha"));
        assertThat(h.compressed()).as("H").isEqualTo(test.hex("h"));
        Scalar k = DeterministicNonce.k(
                Scalar.parse(test.secret("sk")), h.compressed().sha256().toByteArray());
        assertThat(k.toBytes()).as("k").isEqualTo(test.hex("k"));
        assertThat(Point.G.timesSecret(k).compressed()).as("U").isEqualTo(test.hex("u"));
        assertThat(h.timesSecret(k).compressed()).as("V").isEqualTo(test.hex("v"));
        proves(test);
    }

    private static void proves(Case test) throws RejectedException {
        try (VrfPrivateKey sk = VrfPrivateKey.parse(test.secret("sk"))) {
            assertThat(sk.publicKey().bytes()).isEqualTo(test.hex("pk"));
            assertThat(sk.prove(suite(test), test.hex("alpha")).bytes()).isEqualTo(test.hex("pi"));
            assertThat(sk.prove(suite(test), test.hex("alpha")).beta(suite(test)))
                    .isEqualTo(test.hex("beta"));
        }
        assertThat(verify(test)).isEqualTo(test.hex("beta"));
    }

    private static void judges(Case test) throws RejectedException {
        if (test.isValid()) {
            proves(test);
        } else {
            assertThatThrownBy(() -> verify(test)).isInstanceOf(RejectedException.class);
        }
    }

    private static Bytes verify(Case test) throws RejectedException {
        return VrfPublicKey.parse(test.hex("pk"))
                .verify(suite(test), test.hex("alpha"), VrfProof.parse(test.hex("pi")));
    }
}
