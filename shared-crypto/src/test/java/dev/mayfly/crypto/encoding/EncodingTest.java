package dev.mayfly.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final String NOT_NFC = "e\u0301";
    private static final String HALF_A_PAIR = "\ud83d";

    @Test
    void toBytes_writesEachFieldBehindItsLength() {
        Bytes encoded = Encoder.of("l")
                .text("é")
                .integer(258)
                .bytes(TestBytes.hex("ff"))
                .list(List.of(TestBytes.hex("aa"), TestBytes.hex("")))
                .toBytes();
        assertThat(encoded)
                .isEqualTo(TestBytes.hex("00000001" + "6c" + "00000002" + "c3a9" + "00000008" + "0000000000000102"
                        + "00000001" + "ff" + "0000000d" + "00000000" + "00000001" + "aa" + "00000000"));
    }

    /** Beyond what an encoder reserves at first, in one field and in many, with and without a secret. */
    @Test
    void encoding_growsWithItsFields() throws RejectedException {
        for (int size : new int[] {0, 1, 243, 244, 247, 248, 249, 300, 511, 513, 5000}) {
            Bytes field = Bytes.random(TestBytes.seeded(size), size);
            Bytes header = Bytes.concat(TestBytes.hex("00000001" + "78"), TestBytes.hex("%08x".formatted(size)), field);
            assertThat(Encoder.of("x").bytes(field).toBytes()).isEqualTo(header);
            try (SecretBytes secret = TestBytes.secret(field);
                    SecretBytes encoded = Encoder.of("x")
                            .secret(secret)
                            .integer(0)
                            .secret(secret)
                            .toSecret()) {
                Decoder in = Decoder.ofSecret("x", encoded);
                assertThat(in.secret().sameAs(secret)).isTrue();
                assertThat(in.integer()).isZero();
                assertThat(in.secret().sameAs(secret)).isTrue();
                in.end();
            }
            try (SecretBytes secret = TestBytes.secret(field)) {
                assertThat(TestBytes.hex(Encoder.of("x").secret(secret).toSecret()))
                        .isEqualTo(TestBytes.hex(TestBytes.secret(header)));
            }
        }
    }

    @Test
    void toBytes_differsWhenTheSameLettersAreDividedOtherwise() {
        assertThat(Encoder.of("x").text("ab").text("c").toBytes())
                .isNotEqualTo(Encoder.of("x").text("a").text("bc").toBytes());
    }

    @Test
    void sha256_isTheDigestOfTheBytes() {
        assertThat(Encoder.of("x").integer(1).sha256())
                .isEqualTo(Encoder.of("x").integer(1).toBytes().sha256());
    }

    @Test
    void toBytesBefore_isTheEncodingWithoutItsLastFieldsBytes() {
        Bytes last = Bytes.of(new byte[300]);
        assertThat(Bytes.concat(Encoder.of("x").integer(1).toBytesBefore(300), last))
                .isEqualTo(Encoder.of("x").integer(1).bytes(last).toBytes());
    }

    @Test
    void text_refusedWhenItHasAnotherSpelling() {
        assertThatIllegalArgumentException().isThrownBy(() -> Encoder.of("x").text(NOT_NFC));
        assertThatIllegalArgumentException().isThrownBy(() -> Encoder.of("x").text(HALF_A_PAIR));
        refused(() -> Text.requireNfc(NOT_NFC));
        refused(() -> Text.requireNfc(HALF_A_PAIR));
        assertThat(Text.isNfc("Grüße 😀")).isTrue();
    }

    @Test
    void integer_refusedWhenNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Encoder.of("x").integer(-1));
        refused(() -> decoder("00000008" + "ffffffffffffffff").integer());
    }

    @Test
    void toBytes_refusedWhenASecretIsInside() {
        Encoder encoder = Encoder.of("x").secret(TestBytes.secretHex("01"));
        assertThatIllegalStateException().isThrownBy(encoder::toBytes);
        assertThatIllegalStateException().isThrownBy(encoder::sha256);
        assertThat(TestBytes.hex(encoder.toSecret())).isEqualTo("00000001" + "78" + "00000001" + "01");
    }

    @Test
    void decoder_readsSecretsAndLeavesTheSourceToItsOwner() throws RejectedException {
        SecretBytes encoded =
                Encoder.of("x").secret(TestBytes.secretHex("0102")).integer(7).toSecret();
        Decoder decoder = Decoder.ofSecret("x", encoded);
        assertThat(TestBytes.hex(decoder.secret(2))).isEqualTo("0102");
        assertThat(decoder.integer()).isEqualTo(7);
        decoder.end();
        assertThat(encoded.size()).isEqualTo(4 + 1 + 4 + 2 + 4 + 8);
        encoded.close();
    }

    @Test
    void of_refusedWhenTheLabelIsAnother() {
        refused(() -> Decoder.of("y", Encoder.of("x").toBytes()));
        refused(() -> Decoder.of("x", Bytes.of(new byte[0])));
    }

    @Test
    void end_refusedWhenBytesRemain() {
        refused(() -> decoder("00000000").end());
        refused(() -> decoder("00").end());
    }

    /** Too short for a length, length beyond the end, huge, negative. */
    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "00000001", "7fffffff00", "ffffffff00", "80000000"})
    void bytes_refusedWhenTheLengthDoesNotFit(String field) {
        refused(() -> decoder(field).bytes());
        refused(() -> decoder(field).list());
        refused(() -> decoder(field).secret(1));
    }

    @Test
    void field_refusedWhenItsSizeIsAnother() {
        refused(() -> decoder("00000002" + "0102").bytes(1));
        refused(() -> decoder("00000002" + "0102").secret(3));
        refused(() -> decoder("00000004" + "00000001").integer());
    }

    /** Overlong, cut, surrogate in UTF-8, not NFC. */
    @ParameterizedTest
    @ValueSource(strings = {"00000002c080", "00000001c3", "00000003eda0bd", "0000000365cc81", "00000001ff"})
    void text_refusedWhenNotUtf8InNfc(String field) {
        refused(() -> decoder(field).text());
    }

    @Test
    void list_refusedWhenTheFieldIsNoList() {
        refused(() -> decoder("00000000").list());
        refused(() -> decoder("00000005" + "0000000000").list());
        refused(() -> decoder("00000005" + "0000000161").list());
    }

    private static Decoder decoder(String fields) throws RejectedException {
        return Decoder.of("", TestBytes.hex("00000000" + fields));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RejectedException.class).hasNoCause();
    }
}
