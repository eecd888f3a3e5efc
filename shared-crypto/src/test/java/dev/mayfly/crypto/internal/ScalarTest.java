package dev.mayfly.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.secret.SecretBytes;
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
