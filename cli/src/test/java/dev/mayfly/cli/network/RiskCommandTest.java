package dev.mayfly.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mayfly.cli.Command;
import dev.mayfly.domain.network.Threshold;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskCommandTest {
    /** Small enough to be counted by hand, or large and computed elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "9, 3, 3, 5, 0.119",
        "21, 6, 5, 7, 0.00555",
        "100, 33, 14, 21, 0.000405",
        "5, 0, 3, 5, 0",
        "5, 5, 3, 5, 1"
    })
    void ofMembers_isTheShareOfCommitteesThatKBadMembersAreIn(int operators, int bad, int k, int n, double expected) {
        assertThat(new Exposure(operators, bad, new Threshold(k, n), 0).ofMembers())
                .isCloseTo(expected, within(expected * 0.005));
    }

    @Test
    void everyFigure_isWhatManyDrawsGive() {
        Exposure exposure = new Exposure(12, 4, new Threshold(3, 5), 2);
        Random random = new Random(7);
        int draws = 200_000;
        int exposed = 0;
        int withStandbys = 0;
        int withheld = 0;
        for (int draw = 0; draw < draws; draw++) {
            int[] order = random.ints(0, 12).distinct().limit(7).toArray();
            int badMembers = bad(order, 5);
            exposed += badMembers >= 3 ? 1 : 0;
            withheld += 5 - badMembers < 3 ? 1 : 0;
            withStandbys += bad(order, 7) >= 3 ? 1 : 0;
        }
        assertThat(exposure.ofMembers()).isCloseTo((double) exposed / draws, within(0.005));
        assertThat(exposure.withStandbys()).isCloseTo((double) withStandbys / draws, within(0.005));
        assertThat(exposure.unavailable()).isCloseTo((double) withheld / draws, within(0.005));
    }

    @Test
    void risk_saysWhatRollingOftenMeans() {
        Command.Run run = Command.run(
                new RiskCommand(), "--operators=9", "--bad=3", "--threshold=3/5", "--standbys=2", "--rolls=60");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("3 of 5, 9 operators, 3 of them bad\n")
                .contains("  11.9 % of containers: 3 or more bad members, who know the nodes' secret\n")
                .contains("  41.7 % when bad stand-bys take the places of members\n")
                .contains("  100 % that one of 60 containers is such a one\n")
                .contains("  11.9 % of containers: bad members can withhold the key\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--operators=0 --bad=0 --threshold=3/5",
                "--operators=4 --bad=0 --threshold=3/5",
                "--operators=9 --bad=10 --threshold=3/5",
                "--operators=9 --bad=-1 --threshold=3/5",
                "--operators=9 --bad=1 --threshold=1/5",
                "--operators=9 --bad=1 --threshold=3-5",
                "--operators=9 --bad=1 --threshold=3/5 --standbys=-1",
                "--operators=9 --bad=1 --threshold=3/5 --rolls=0",
                "--operators=20000 --bad=1 --threshold=3/5",
                "--operators=9 --bad=1"
            })
    void risk_refusesWhatCannotBe(String arguments) {
        Command.Run run = Command.run(new RiskCommand(), arguments.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private static int bad(int[] order, int drawn) {
        int bad = 0;
        for (int i = 0; i < drawn; i++) {
            bad += order[i] < 4 ? 1 : 0;
        }
        return bad;
    }
}
