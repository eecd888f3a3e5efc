package dev.mayfly.role.setting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 256})
    void check_takesWhatIsInTheRange(int value) {
        assertThatCode(() -> Range.of(1, 256).check("mayfly.sweep.parallel", value))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 257})
    void check_refusesTheRestAndSaysWhatItMayBe(int value) {
        assertThatThrownBy(() -> Range.of(1, 256).check("mayfly.sweep.parallel", value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mayfly.sweep.parallel must be 1 to 256, and is " + value);
    }

    @Test
    void check_comparesDurationsByTheirLength() {
        assertThatThrownBy(() -> Range.of(Duration.ofSeconds(1), Duration.ofMinutes(1))
                        .check("mayfly.sweep.retry", Duration.ofHours(1)))
                .hasMessage("mayfly.sweep.retry must be PT1S to PT1M, and is PT1H");
    }
}
