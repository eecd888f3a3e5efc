package dev.mayfly.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nobody is drawn more often than anybody else: Pearson's chi-square over 100,000 values of beta. The betas are hashes of a
 * counter, so the test has one outcome; its bounds are exceeded by chance once in 1,000.
 */
class UniformDrawTest {
    private static final int DRAWS = 100_000;
    private static final int NODES = 9;
    private static final int MEMBERS = 3;
    private static final SigningPrivateKey KEY = SigningPrivateKey.generate(TestNetwork.RANDOM);

    /** The 0.999 quantile of chi-square, by degrees of freedom. */
    private static final double[] QUANTILE = {0, 10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124};

    /** Node i+1 of nine at a rank: how often. And which of six orders the first three of four nodes came in. */
    private static final long[][] AT_RANK = new long[MEMBERS][NODES];

    private static final long[] ORDERS = new long[6];

    /** Two of operator 0's nodes, one each of the others: operators are then drawn by their better node. */
    private static final long[] SECOND_NODES = new long[2];

    private static final List<List<String>> PERMUTATIONS = List.of(
            List.of("node-1", "node-2", "node-3"),
            List.of("node-1", "node-3", "node-2"),
            List.of("node-2", "node-1", "node-3"),
            List.of("node-2", "node-3", "node-1"),
            List.of("node-3", "node-1", "node-2"),
            List.of("node-3", "node-2", "node-1"));

    @BeforeAll
    static void draw() {
        Registry nine = registry(NODES, NODES);
        Registry three = registry(MEMBERS, MEMBERS);
        Registry shared = registry(4, 3);
        for (int draw = 0; draw < DRAWS; draw++) {
            Bytes beta = Encoder.of("test").integer(draw).sha256();
            List<String> ids = ids(beta, nine);
            for (int rank = 0; rank < MEMBERS; rank++) {
                AT_RANK[rank][number(ids.get(rank)) - 1]++;
            }
            ORDERS[PERMUTATIONS.indexOf(ids(beta, three))]++;
            SECOND_NODES[ids(beta, shared).contains("node-4") ? 1 : 0]++;
        }
    }

    @Test
    void draw_givesEveryNodeEveryRankEquallyOften() {
        for (long[] counts : AT_RANK) {
            uniform(counts);
        }
    }

    @Test
    void draw_givesEveryNodeAPlaceEquallyOften() {
        long[] places = new long[NODES];
        for (long[] counts : AT_RANK) {
            IntStream.range(0, NODES).forEach(node -> places[node] += counts[node]);
        }
        uniform(places);
    }

    @Test
    void draw_givesEveryOrderEquallyOften() {
        uniform(ORDERS);
    }

    /** All three operators are in every committee of three; which of its two nodes stands for one is a fair coin. */
    @Test
    void draw_givesEveryNodeOfAnOperatorItsPlaceEquallyOften() {
        uniform(SECOND_NODES);
    }

    /** If it could not fail, it would say nothing. */
    @Test
    void chiSquare_findsABiasOfOnePercent() {
        long[] biased = AT_RANK[0].clone();
        biased[0] += DRAWS / 100;
        assertThat(chiSquare(biased)).isGreaterThan(QUANTILE[NODES - 1]);
    }

    private static void uniform(long[] counts) {
        assertThat(chiSquare(counts)).isLessThan(QUANTILE[counts.length - 1]);
    }

    private static double chiSquare(long[] counts) {
        double expected = (double) IntStream.range(0, counts.length)
                        .mapToLong(i -> counts[i])
                        .sum()
                / counts.length;
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static List<String> ids(Bytes beta, Registry registry) {
        return Committee.draw(beta, registry, MEMBERS, 0).orElseThrow().ids();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring("node-".length()));
    }

    private static Registry registry(int nodes, int operators) {
        List<NodeRecord> records = new ArrayList<>();
        for (int number = 1; number <= nodes; number++) {
            records.add(TestNetwork.record("node-" + number, "operator-" + (number - 1) % operators, KEY));
        }
        return new Registry(TestNetwork.NAME, 1, records);
    }
}
