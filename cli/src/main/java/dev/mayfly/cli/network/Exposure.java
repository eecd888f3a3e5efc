package dev.mayfly.cli.network;

import dev.mayfly.domain.network.Threshold;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * What a number of bad operators means for the committees of one threshold. A committee is a draw without putting back, one
 * node an operator, so how many bad ones are in it is hypergeometric.
 *
 * @param operators how many operators the registry has
 * @param bad how many of them work together
 * @param threshold k of n
 * @param standbys s, drawn behind the n
 */
record Exposure(int operators, int bad, Threshold threshold, int standbys) {
    /** There are enough operators for the draw, and no more bad ones than there are. */
    Exposure {
        if (bad < 0 || bad > operators || standbys < 0 || threshold.n() > operators) {
            throw new IllegalArgumentException("0 <= bad <= operators, n <= operators, 0 <= stand-bys");
        }
    }

    /** Probability that k or more of the n members are bad. */
    double ofMembers() {
        return atLeast(threshold.k(), threshold.n());
    }

    /** The same when every bad stand-by gets a member's place: of the n + s drawn, k or more are bad. */
    double withStandbys() {
        return atLeast(threshold.k(), Math.min(operators, threshold.n() + standbys));
    }

    /** Probability that fewer than k of the n members are good, so that the bad ones can withhold the key. */
    double unavailable() {
        return atLeast(threshold.n() - threshold.k() + 1, threshold.n());
    }

    /** Probability that one container at least is exposed, {@code 1 − (1 − p)^rolls}, when somebody may draw so often. */
    static double after(int rolls, double p) {
        return -Math.expm1(rolls * Math.log1p(-p));
    }

    private double atLeast(int least, int drawn) {
        BigInteger favourable = BigInteger.ZERO;
        for (int badDrawn = least; badDrawn <= Math.min(bad, drawn); badDrawn++) {
            favourable = favourable.add(choose(bad, badDrawn).multiply(choose(operators - bad, drawn - badDrawn)));
        }
        return new BigDecimal(favourable)
                .divide(new BigDecimal(choose(operators, drawn)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int from, int many) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < many; i++) {
            ways = ways.multiply(BigInteger.valueOf(from - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return ways;
    }
}
