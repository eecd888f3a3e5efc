package dev.mayfly.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedTest {

    private static final Issued ISSUED = TestNetwork.issued(Issued.COORDINATOR);

    @Test
    void requireFor_acceptsItsOwnNetworkAndAudience() {
        assertThatCode(() -> ISSUED.requireFor(TestNetwork.NAME, Issued.COORDINATOR))
                .doesNotThrowAnyException();
    }

    @Test
    void requireFor_refusesAnotherNetwork() {
        assertThatThrownBy(() -> ISSUED.requireFor("othernet", Issued.COORDINATOR))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("network");
    }

    @ParameterizedTest
    @ValueSource(strings = {Issued.NODES, Issued.PARTIES, Issued.PUBLIC, "node-01", "Coordinator", ""})
    void requireFor_refusesAnotherAudience(String audience) {
        assertThatThrownBy(() -> ISSUED.requireFor(TestNetwork.NAME, audience))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("aud");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, -1, 0, 1, 60})
    void requireCurrent_acceptsWithinAMinuteEitherWay(long seconds) {
        assertThatCode(() -> ISSUED.requireCurrent(TestNetwork.clockAt(TestNetwork.NOW + seconds)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-TestNetwork.NOW, -61, 61, 86_400})
    void requireCurrent_refusesBeyondAMinuteEitherWay(long seconds) {
        assertThatThrownBy(() -> ISSUED.requireCurrent(TestNetwork.clockAt(TestNetwork.NOW + seconds)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.STATEMENT_NOT_CURRENT);
                    assertThat(refusal.field()).contains("/statement");
                });
    }
}
