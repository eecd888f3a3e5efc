package dev.mayfly.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void of_isUnchangedWhenTheArrayChanges() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.of(array);
        array[0] = 9;
        bytes.toByteArray()[1] = 9;
        assertThat(bytes).isEqualTo(TestBytes.hex("0102")).hasSameHashCodeAs(TestBytes.hex("0102"));
    }

    @Test
    void random_isWhatTheGeneratorDraws() {
        byte[] drawn = new byte[40];
        TestBytes.seeded(1).nextBytes(drawn);
        assertThat(Bytes.random(TestBytes.seeded(1), 40)).isEqualTo(Bytes.of(drawn));
    }

    @Test
    void fromBase64Url_readsWhatToBase64UrlWrites() throws RejectedException {
        for (int size = 0; size < 70; size++) {
            Bytes bytes = Bytes.random(TestBytes.seeded(size), size);
            assertThat(Bytes.fromBase64Url(bytes.toBase64Url())).isEqualTo(bytes);
        }
    }

    /** Padding, stray bits, a lone character, white space, the other alphabet, and letters beyond ASCII. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AA==",
                "AB",
                "AAB",
                "A",
                "AAAAA",
                "AA AA",
                "AAAA\n",
                " AAAA",
                "+/+/",
                "AAA=",
                "AAAé",
                "AAA\u0141"
            })
    void fromBase64Url_refusedWhenNotCanonical(String text) {
        assertThatThrownBy(() -> Bytes.fromBase64Url(text))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }

    @Test
    void compareTo_ordersUnsignedBytesAndShorterFirst() {
        assertThat(TestBytes.hex("7f")).isLessThan(TestBytes.hex("80"));
        assertThat(TestBytes.hex("80")).isLessThan(TestBytes.hex("8000"));
        assertThat(TestBytes.hex("8000")).isLessThan(TestBytes.hex("81"));
    }

    @Test
    void requireSize_namesTheFieldWhenRefusing() {
        assertThatThrownBy(() -> TestBytes.hex("00").requireSize(2, "nonce"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.field()).contains("nonce"));
    }

    @Test
    void sha256_asInFips180() {
        assertThat(TestBytes.utf8("abc").sha256())
                .isEqualTo(TestBytes.hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void slice_outOfRangeIsTheCallersMistake() {
        assertThatThrownBy(() -> TestBytes.hex("0011").slice(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
