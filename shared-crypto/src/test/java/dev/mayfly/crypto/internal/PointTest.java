package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointTest {

    private static final String P = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
    private static final String G_X = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    private static final String G_Y = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    private static final String ZERO = "0".repeat(64);

    @Test
    void decode_readsBothForms() throws RejectedException {
        assertThat(Point.decode(TestBytes.hex("03" + G_X))).isEqualTo(Point.G);
        assertThat(Point.decodeUncompressed(TestBytes.hex("04" + G_X + G_Y))).isEqualTo(Point.G);
        assertThat(Point.G.compressed()).isEqualTo(TestBytes.hex("03" + G_X));
        assertThat(Point.G.uncompressed()).isEqualTo(TestBytes.hex("04" + G_X + G_Y));
        assertThat(Point.decode(TestBytes.hex("02" + G_X)).plus(Point.G).isInfinity())
                .isTrue();
    }

    /** Empty, infinity in one and in 33 bytes, wrong prefixes, wrong lengths, x = p, x above p, x = p + 5, no point. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00" + "0000000000000000000000000000000000000000000000000000000000000000",
                "01" + G_X,
                "04" + G_X,
                "05" + G_X,
                "06" + G_X,
                "07" + G_X,
                "83" + G_X,
                "03" + G_X + "00",
                "04" + G_X + G_Y,
                "02" + P,
                "03" + P,
                "02" + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "02" + "ffffffff00000001000000000000000000000001000000000000000000000004",
                "02" + "0000000000000000000000000000000000000000000000000000000000000001",
                "03" + "0000000000000000000000000000000000000000000000000000000000000001"
            })
    void decode_refusedWhenNotOneCompressedPoint(String encoded) {
        assertThatThrownBy(() -> Point.decode(TestBytes.hex(encoded)))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }

    @Test
    void decode_refusedAtEveryOtherLength() {
        for (int size = 0; size < 100; size++) {
            byte[] zeros = new byte[size];
            assertThatThrownBy(() -> Point.decode(Bytes.of(zeros))).isInstanceOf(RejectedException.class);
            assertThatThrownBy(() -> Point.decodeUncompressed(Bytes.of(zeros))).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void decodeUncompressed_refusedWhenNotOnTheCurve() {
        String offByOne = G_Y.substring(0, 63) + "6";
        for (String bad : new String[] {
            "04" + G_X + offByOne,
            "06" + G_X + G_Y,
            "07" + G_X + G_Y,
            "04" + P + G_Y,
            "04" + G_X + P,
            "04" + ZERO + ZERO
        }) {
            assertThatThrownBy(() -> Point.decodeUncompressed(TestBytes.hex(bad)))
                    .isInstanceOf(RejectedException.class)
                    .hasNoCause();
        }
    }

    @Test
    void multiplications_agree() {
        for (int seed = 0; seed < 30; seed++) {
            Scalar a = Scalar.random(TestBytes.seeded(seed));
            Scalar b = Scalar.random(TestBytes.seeded(1000 + seed));
            Point p = Point.G.timesSecret(b);
            assertThat(p.timesSecret(a)).isEqualTo(Point.G.timesSecret(a.times(b)));
            assertThat(Point.sumOfProducts(Point.G, a, p, b)).isEqualTo(Point.G.timesSecret(a.plus(b.times(b))));
            assertThat(p.times(seed)).isEqualTo(p.timesSecret(Scalar.of(seed)));
            int large = Integer.MAX_VALUE - seed;
            assertThat(p.times(large)).isEqualTo(p.timesSecret(Scalar.of(large)));
        }
    }

    @Test
    void timesSecret_handlesTheEdgesOfItsRange() {
        Scalar minusOne = Scalar.of(0).minus(Scalar.of(1));
        assertThat(Point.G.timesSecret(Scalar.of(0)).isInfinity()).isTrue();
        assertThat(Point.G.timesSecret(Scalar.of(1))).isEqualTo(Point.G);
        assertThat(Point.G.timesSecret(minusOne).plus(Point.G).isInfinity()).isTrue();
        assertThat(Point.G
                        .timesSecret(minusOne.minus(Scalar.of(1)))
                        .plus(Point.G.times(2))
                        .isInfinity())
                .isTrue();
    }

    @Test
    void compressed_refusedForInfinity() {
        assertThatIllegalStateException().isThrownBy(Point.INFINITY::compressed);
    }
}
