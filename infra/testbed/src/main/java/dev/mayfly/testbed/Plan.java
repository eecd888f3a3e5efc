package dev.mayfly.testbed;

import dev.mayfly.domain.network.Threshold;
import dev.mayfly.transport.Timeouts;
import java.time.Duration;
import java.util.List;

/**
 * What a testbed is like.
 *
 * @param nodes entropy nodes, each of an operator of its own
 * @param standbys nodes drawn behind each committee
 * @param thresholds what containers may have
 * @param timeouts how long parties and the sweep wait for an answer
 * @param retention how long roles keep what has ended
 * @param seed of all randomness
 */
public record Plan(
        int nodes, int standbys, List<Threshold> thresholds, Timeouts timeouts, Duration retention, long seed) {
    /** Three of five from seven nodes, two of them standing by. */
    public static final Plan USUAL =
            new Plan(7, 2, List.of(new Threshold(3, 5)), Timeouts.USUAL, Duration.ofDays(30), 1);

    /** Two of three from three nodes: the smallest committee that can lose one. */
    public static final Plan SMALL =
            new Plan(3, 0, List.of(new Threshold(2, 3)), Timeouts.USUAL, Duration.ofDays(30), 1);

    /** The same with other time-outs. */
    public Plan with(Timeouts other) {
        return new Plan(nodes, standbys, thresholds, other, retention, seed);
    }

    /** The same with another seed. */
    public Plan seeded(long other) {
        return new Plan(nodes, standbys, thresholds, timeouts, retention, other);
    }

    /** The first of the thresholds. */
    public Threshold threshold() {
        return thresholds.get(0);
    }
}
