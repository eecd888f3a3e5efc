package dev.mayfly.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "01234567-89ab-4def-8123-456789abcdef"})
    void parse_takes32Digits(String text) {
        assertThat(RequestId.parse(text)).contains(new RequestId(text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef0123456789abcdeg",
                "0123456789abcdef0123456789abcdef\n",
                "0-123456789abcdef0123456789abcdef",
                "alice"
            })
    void parse_takesNothingElse(String text) {
        assertThat(RequestId.parse(text)).isEmpty();
    }

    @Test
    void random_isAnotherEachTimeAndHasTheForm() {
        SecureRandom random = new SecureRandom();
        RequestId first = RequestId.random(random);

        assertThat(RequestId.parse(first.text())).contains(first);
        assertThat(RequestId.random(random)).isNotEqualTo(first);
    }

    @Test
    void id_isRefusedWhenItHasAnotherForm() {
        assertThatThrownBy(() -> new RequestId("alice")).isInstanceOf(IllegalArgumentException.class);
    }
}
