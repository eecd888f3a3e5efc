package dev.mayfly.domain.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A decoder answers or refuses, never anything else, and what it accepts it writes again byte for byte. Here for every
 * seed, cut at every length and with every bit turned over.
 */
class DecodersTest {

    static Stream<byte[]> seeds() {
        return Arrays.stream(Decoders.values()).flatMap(decoder -> {
            byte[] good = decoder.seed().toByteArray();
            byte[] cut = Arrays.copyOf(good, good.length - 1);
            return Stream.of(good, cut, new byte[0]).map(seed -> chosen(decoder, seed));
        });
    }

    private static byte[] chosen(Decoders decoder, byte[] input) {
        byte[] data = new byte[input.length + 1];
        data[0] = (byte) decoder.ordinal();
        System.arraycopy(input, 0, data, 1, input.length);
        return data;
    }

    /** Fails unless the decoder that the first byte names refuses the rest, or writes it again. */
    static void check(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Decoders decoder = Decoders.values()[Byte.toUnsignedInt(data[0]) % Decoders.values().length];
        Bytes input = Bytes.of(data).slice(1, data.length);
        Bytes again;
        try {
            again = decoder.decodeAndEncode(input);
        } catch (RejectedException refused) {
            assertThat(refused).as("a refusal tells no causes").hasNoCause();
            return;
        }
        assertThat(again).as(decoder.name()).isEqualTo(input);
    }

    /** A fuzzer that starts from refused input would learn little. */
    @ParameterizedTest
    @EnumSource
    void decode_acceptsTheSeed(Decoders decoder) throws RejectedException {
        Bytes seed = decoder.seed();
        assertThat(decoder.decodeAndEncode(seed)).isEqualTo(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decode_writesTheSeedAgainOrRefusesIt(byte[] data) {
        check(data);
    }

    @ParameterizedTest
    @EnumSource
    void decode_writesAgainOrRefusesEverySeedCutAndTurned(Decoders decoder) {
        byte[] good = decoder.seed().toByteArray();
        for (int at = 0; at < good.length; at++) {
            check(chosen(decoder, Arrays.copyOf(good, at)));
            byte[] turned = good.clone();
            turned[at] ^= (byte) (1 << at % 8);
            check(chosen(decoder, turned));
        }
    }
}
