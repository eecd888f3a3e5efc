package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.TestBytes;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HashToCurveTest {

    @TestFactory
    Stream<DynamicTest> p256_asInRfc9380() {
        Case file = KnownAnswers.ofRfc("rfc9380-j1-1.json");
        return file.list("tests").stream()
                .map(test -> dynamicTest(
                        "\"" + test.text("msg") + "\"",
                        () -> assertThat(HashToCurve.p256(file.text("dst"), test.text("msg"))
                                        .uncompressed())
                                .isEqualTo(Bytes.concat(TestBytes.hex("04"), test.hex("x"), test.hex("y")))));
    }
}
