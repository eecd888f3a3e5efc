package dev.mayfly.crypto.kdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HkdfTest {

    @TestFactory
    Stream<DynamicTest> extractAndExpand_asInRfc5869() {
        return KnownAnswers.ofRfc("rfc5869-a.json").list("tests").stream()
                .map(test -> dynamicTest(test.text("case"), () -> {
                    SecretBytes prk = Hkdf.extract(test.hex("salt"), test.secret("ikm"));
                    assertThat(TestBytes.hex(prk)).isEqualTo(test.text("prk"));
                    assertThat(TestBytes.hex(Hkdf.expand(prk, test.hex("info"), test.number("length"))))
                            .isEqualTo(test.text("okm"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> wycheproof() throws IOException {
        return KnownAnswers.fromSharedFile(
                "wycheproof_hkdf_sha256_test.json",
                file -> file.grouped().stream()
                        .map(test ->
                                dynamicTest(test.number("tcId") + " " + test.text("comment"), () -> judges(test))));
    }

    private static void judges(Case test) {
        SecretBytes prk = Hkdf.extract(test.hex("salt"), test.secret("ikm"));
        if (test.isValid()) {
            assertThat(TestBytes.hex(Hkdf.expand(prk, test.hex("info"), test.number("size"))))
                    .isEqualTo(test.text("okm"));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Hkdf.expand(prk, test.hex("info"), test.number("size")));
        }
    }

    @Test
    void expand_takesTheWholeRangeOfLengths() {
        SecretBytes prk = SecretBytes.adopt(new byte[32]);
        String longest = TestBytes.hex(Hkdf.expand(prk, TestBytes.utf8("x"), 255 * 32));
        assertThat(longest).hasSize(2 * 255 * 32);
        for (int length : new int[] {1, 31, 32, 33, 64, 255 * 32 - 1}) {
            assertThat(TestBytes.hex(Hkdf.expand(prk, TestBytes.utf8("x"), length)))
                    .isEqualTo(longest.substring(0, 2 * length));
        }
    }

    @Test
    void expand_refusedWhenLengthIsOutOfRange() {
        SecretBytes prk = SecretBytes.adopt(new byte[32]);
        assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(prk, TestBytes.utf8("x"), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.expand(prk, TestBytes.utf8("x"), 255 * 32 + 1));
    }

    @Test
    void expand_refusedWhenTheKeyIsShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hkdf.expand(SecretBytes.adopt(new byte[31]), TestBytes.utf8("x"), 32));
    }
}
