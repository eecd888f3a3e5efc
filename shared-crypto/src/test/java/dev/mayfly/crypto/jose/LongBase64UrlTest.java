package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongBase64UrlTest {

    /** Every remainder, below one piece, at one, and at several. */
    static IntStream sizes() {
        return IntStream.of(0, 3 * 1024, 6 * 1024, 100_000)
                .flatMap(size -> IntStream.range(Math.max(0, size - 4), size + 5));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void encode_writesWhatTheWholeWouldBeInOneCall(int size) {
        Bytes bytes = Bytes.random(TestBytes.seeded(size), size);
        ByteBuffer text = ByteBuffer.allocate(LongBase64Url.chars(size));
        LongBase64Url.encode(ByteBuffer.wrap(bytes.toByteArray()), text);
        assertThat(text.hasRemaining()).isFalse();
        assertThat(latin1(text.array())).isEqualTo(bytes.toBase64Url());
    }

    /** The source ends where the target ends, the tightest that is allowed. */
    @ParameterizedTest
    @MethodSource("sizes")
    void encode_writesOverWhatItHasReadInTheSameArray(int size) {
        Bytes bytes = Bytes.random(TestBytes.seeded(size), size);
        byte[] shared = new byte[LongBase64Url.chars(size)];
        bytes.copyTo(shared, shared.length - size);
        LongBase64Url.encode(ByteBuffer.wrap(shared, shared.length - size, size), ByteBuffer.wrap(shared));
        assertThat(latin1(shared)).isEqualTo(bytes.toBase64Url());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void decode_readsWhatWasWrittenInTheSameArrayToo(int size) throws RejectedException {
        Bytes bytes = Bytes.random(TestBytes.seeded(size), size);
        byte[] text = bytes.toBase64Url().getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer apart = ByteBuffer.allocate(size);
        LongBase64Url.decode(ByteBuffer.wrap(text), apart);
        assertThat(Bytes.of(apart.array())).isEqualTo(bytes);
        ByteBuffer shared = ByteBuffer.wrap(text);
        LongBase64Url.decode(ByteBuffer.wrap(text), shared);
        assertThat(Bytes.of(Arrays.copyOf(text, shared.position()))).isEqualTo(bytes);
    }

    /** At the seams between pieces, beside them, and at the very end. */
    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "/", " ", "\n", "?", "é", "."})
    void decode_refusedWhereverACharacterIsNotBase64Url(String character) {
        String text = Bytes.of(new byte[9 * 1024 + 2]).toBase64Url();
        for (int at : new int[] {0, 4092, 4093, 4094, 4095, 4096, 8191, 8192, 12_288, text.length() - 1}) {
            refused(text.substring(0, at) + character + text.substring(at + 1));
        }
    }

    @Test
    void decode_refusedWhenBitsOrCharactersAreLeftOver() {
        String pieces = Bytes.of(new byte[6 * 1024]).toBase64Url();
        for (String rest : new String[] {"A", "AB", "AAB", "AA=", "AA==", "AAA=", "===="}) {
            refused(pieces + rest);
        }
        refused(pieces.substring(0, pieces.length() - 1) + "=");
        refused(pieces.substring(0, pieces.length() - 2) + "==");
    }

    private static void refused(String text) {
        byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> LongBase64Url.decode(ByteBuffer.wrap(latin1), ByteBuffer.allocate(latin1.length)))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }

    private static String latin1(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
