package dev.mayfly.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    @ParameterizedTest
    @CsvSource({"3, 5, 4", "5, 7, 6", "14, 21, 18", "2, 2, 2", "2, 3, 3", "64, 64, 64", "33, 64, 49"})
    void quorum_isHalfwayBetweenKAndNRoundedUp(int k, int n, int quorum) throws RejectedException {
        assertThat(Threshold.of(k, n)).isEqualTo(new Threshold(k, n));
        assertThat(new Threshold(k, n).quorum()).isEqualTo(quorum);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "2, 1",
        "2, 4",
        "3, 6",
        "32, 64",
        "33, 65",
        "65, 65",
        "9223372036854775807, 64",
        "4611686018427387905, 4611686018427387905",
        "9223372036854775807, 9223372036854775807"
    })
    void of_refusedOutOfBounds(long k, long n) {
        assertThatThrownBy(() -> Threshold.of(k, n)).isInstanceOf(RejectedException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold((int) Math.min(k, 99), (int) Math.min(n, 99)));
    }

    /** Two groups of k of n always share a node, and the quorum can lose half of the spare nodes: for every k of n. */
    @Test
    void everyAllowedThreshold_leavesNoTwoDisjointGroups() throws RejectedException {
        for (int n = 2; n <= Threshold.MAX_NODES; n++) {
            for (int k = n / 2 + 1; k <= n; k++) {
                int quorum = Threshold.of(Math.max(k, 2), n).quorum();
                assertThat(quorum).isBetween(Math.max(k, 2), n);
                assertThat(2 * k).isGreaterThan(n);
            }
        }
    }
}
