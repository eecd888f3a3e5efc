package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTest {

    @Test
    void split_givesEachPartUpToTheLimit() throws RejectedException {
        Compact parts = Compact.split("ab..c", 3, 5);
        assertThat(parts.part(0)).isEqualTo("ab");
        assertThat(parts.part(1)).isEmpty();
        assertThat(parts.length(1)).isZero();
        assertThat(parts.part(2)).isEqualTo("c");
        assertThat(parts.upTo(1)).isEqualTo("ab.");
        assertThatThrownBy(() -> Compact.split("ab..c", 3, 4)).isInstanceOf(RejectedException.class);
    }

    @Test
    void split_takesAnEmptyPartAtEitherEnd() throws RejectedException {
        Compact parts = Compact.split(".b.", 3, 3);
        assertThat(parts.part(0)).isEmpty();
        assertThat(parts.part(1)).isEqualTo("b");
        assertThat(parts.part(2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "...", "a.b.c."})
    void split_refusedWhenThereAreMoreOrFewerParts(String text) {
        assertThatThrownBy(() -> Compact.split(text, 3, 100)).isInstanceOf(RejectedException.class);
    }
}
