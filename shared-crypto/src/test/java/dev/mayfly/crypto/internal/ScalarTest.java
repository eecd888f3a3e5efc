package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {

    private static final String Q = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    private static final String Q_MINUS_1 = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550";
    private static final String Q_PLUS_1 = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552";
    private static final String ZERO = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String MAX = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    @ParameterizedTest
    @ValueSource(strings = {ZERO, Q, Q_PLUS_1, MAX, "", "01", ZERO + "01", "00" + Q_MINUS_1})
    void parse_refusedWhenASecretIsOutOfRange(String encoded) {
        assertThatThrownBy(() -> Scalar.parse(TestBytes.secretHex(encoded)))
                .isInstanceOf(RejectedException.class)
                .hasMessageNotContaining("ffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {Q, Q_PLUS_1, MAX, "", "01", "00" + Q_MINUS_1})
    void parse_refusedWhenAPublicScalarIsOutOfRange(String encoded) {
        assertThatThrownBy(() -> Scalar.parse(TestBytes.hex(encoded))).isInstanceOf(RejectedException.class);
    }

    @Test
    void parse_takesTheWholeRange() throws RejectedException {
        assertThat(TestBytes.hex(Scalar.parse(TestBytes.secretHex(Q_MINUS_1)).toSecret()))
                .isEqualTo(Q_MINUS_1);
        assertThat(Scalar.parse(TestBytes.hex(ZERO)).isZero()).isTrue();
        assertThat(Scalar.parse(TestBytes.hex(Q_MINUS_1)))
                .isEqualTo(Scalar.of(0).minus(Scalar.of(1)));
    }

    @Test
    void arithmetic_isModuloTheOrder() {
        for (int seed = 0; seed < 50; seed++) {
            Scalar a = Scalar.random(TestBytes.seeded(seed));
            assertThat(a.times(a.inverted())).isEqualTo(Scalar.of(1));
            assertThat(a.plus(a.negated()).isZero()).isTrue();
            assertThat(a.minus(a).isZero()).isTrue();
            assertThat(a.isHigh()).isNotEqualTo(a.negated().isHigh());
        }
    }

    /** Random numbers never come near the edges, where a carry or a borrow decides. */
    @Test
    void arithmetic_agreesWithBigIntegerAtTheEdgesToo() {
        BigInteger q = Scalar.order();
        List<BigInteger> edges = new ArrayList<>();
        for (BigInteger edge : List.of(
                BigInteger.ZERO,
                q.shiftRight(1),
                q,
                BigInteger.ONE.shiftLeft(256).subtract(q),
                BigInteger.ONE.shiftLeft(255),
                BigInteger.ONE.shiftLeft(224),
                BigInteger.ONE.shiftLeft(32))) {
            for (int beside = -2; beside <= 2; beside++) {
                edges.add(edge.add(BigInteger.valueOf(beside)).mod(q));
            }
        }
        new Random(1).ints(20).forEach(seed -> edges.add(new BigInteger(256, new Random(seed)).mod(q)));
        for (BigInteger a : edges) {
            for (BigInteger b : edges) {
                Scalar x = Scalar.of(a);
                Scalar y = Scalar.of(b);
                assertThat(x.plus(y).value()).isEqualTo(a.add(b).mod(q));
                assertThat(x.minus(y).value()).isEqualTo(a.subtract(b).mod(q));
                assertThat(x.times(y).value()).isEqualTo(a.multiply(b).mod(q));
                assertThat(x).isEqualTo(Scalar.of(a));
            }
            assertThat(Scalar.of(a).negated().value()).isEqualTo(a.negate().mod(q));
            assertThat(Scalar.of(a).isHigh()).isEqualTo(a.compareTo(q.shiftRight(1)) > 0);
        }
    }

    @Test
    void reduce_takesAnyBytesUpTo32() {
        for (String hex : List.of("", "00", "ff".repeat(16), Q, Q_PLUS_1, Q_MINUS_1, MAX, ZERO)) {
            byte[] bytes = TestBytes.hex(hex).toByteArray();
            assertThat(Scalar.reduce(bytes).value()).isEqualTo(new BigInteger(1, bytes).mod(Scalar.order()));
        }
    }

    @Test
    void inverted_throwsForZero() {
        assertThatThrownBy(() -> Scalar.of(0).inverted()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isHigh_beginsAboveHalfOfTheOrder() {
        Scalar half = Scalar.of(1).negated().times(Scalar.of(2).inverted());
        assertThat(half.isHigh()).isFalse();
        assertThat(half.plus(Scalar.of(1)).isHigh()).isTrue();
        assertThat(half.plus(half)).isEqualTo(Scalar.of(1).negated());
    }

    @Test
    void equals_comparesValues() {
        assertThat(Scalar.of(5))
                .isEqualTo(Scalar.of(5))
                .hasSameHashCodeAs(Scalar.of(5))
                .isNotEqualTo(Scalar.of(6));
        assertThat(Scalar.of(5).hashCode()).isNotEqualTo(Scalar.of(6).hashCode());
    }

    @Test
    void toSecret_keepsLeadingZeros() {
        try (SecretBytes one = Scalar.of(1).toSecret()) {
            assertThat(TestBytes.hex(one)).isEqualTo("0".repeat(63) + "1");
        }
    }

    @Test
    void toString_tellsNothing() {
        assertThat(Scalar.of(5)).hasToString("Scalar");
    }
}
