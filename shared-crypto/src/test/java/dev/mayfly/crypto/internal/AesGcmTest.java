package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.TestFactory;

class AesGcmTest {

    @TestFactory
    Stream<DynamicTest> wycheproof() throws IOException {
        return KnownAnswers.fromSharedFile(
                "wycheproof_aes_gcm_test.json",
                file -> file.grouped().stream()
                        .filter(AesGcmTest::isOurs)
                        .map(test ->
                                dynamicTest(test.number("tcId") + " " + test.text("comment"), () -> judges(test))));
    }

    /** A key of 256 bits, a nonce of 96 and a tag of 128: there is no other form here. */
    private static boolean isOurs(Case test) {
        Case group = test.object("group");
        return group.number("keySize") == 256 && group.number("ivSize") == 96 && group.number("tagSize") == 128;
    }

    private static void judges(Case test) throws RejectedException {
        Bytes sealed = Bytes.concat(test.hex("ct"), test.hex("tag"));
        if (test.isValid()) {
            assertThat(AesGcm.seal(test.secret("key"), test.hex("iv"), test.hex("aad"), test.secret("msg")))
                    .isEqualTo(sealed);
            assertThat(TestBytes.hex(AesGcm.open(test.secret("key"), test.hex("iv"), test.hex("aad"), sealed)))
                    .isEqualTo(test.text("msg"));
        } else {
            assertThatThrownBy(() -> AesGcm.open(test.secret("key"), test.hex("iv"), test.hex("aad"), sealed))
                    .isInstanceOf(RejectedException.class)
                    .hasNoCause();
        }
    }
}
