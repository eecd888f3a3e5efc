package dev.mayfly.domain.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every decoder of this module against input that a fuzzer learns to write; the first byte says which decoder is meant. Not
 * part of a build, where {@link DecodersTest} runs the seeds: {@code docs/conformance.md} has the command.
 */
class DecodersFuzzTest {

    static Stream<byte[]> seeds() {
        return DecodersTest.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1m")
    void decode_writesAgainWhatItAccepts(byte[] data) {
        DecodersTest.check(data);
    }
}
