package dev.mayfly.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.TestNetwork;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever lists the nodes in whatever order: the draw alone says who serves. */
class CommitteePropertiesTest {

    private static final SigningPrivateKey KEY = SigningPrivateKey.generate(TestNetwork.RANDOM);
    private static final int MEMBERS = 3;

    @Property(tries = 200)
    void draw_sameWhateverTheOrderOfTheRegistry(
            @ForAll @Size(32) byte[] beta,
            @ForAll @Size(min = 3, max = 12) List<@IntRange(max = 7) Integer> operators,
            @ForAll long seed) {
        List<NodeRecord> shuffled = new ArrayList<>(nodes(operators));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(draw(beta, shuffled, 2)).isEqualTo(draw(beta, nodes(operators), 2));
    }

    @Property(tries = 200)
    void draw_hasOneNodePerOperatorAtEveryRank(
            @ForAll @Size(32) byte[] beta,
            @ForAll @Size(max = 12) List<@IntRange(max = 7) Integer> operators,
            @ForAll @IntRange(max = 4) int standbys) {
        int distinct = (int) operators.stream().distinct().count();

        List<NodeRecord> ranked = draw(beta, nodes(operators), standbys);

        assertThat(ranked).hasSize(distinct < MEMBERS ? 0 : Math.min(distinct, MEMBERS + standbys));
        assertThat(ranked.stream().map(NodeRecord::operator)).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void draw_keepsTheOrderOfTheOthersWhenANodeLeaves(
            @ForAll @Size(32) byte[] beta, @ForAll @IntRange(max = 7) int leaving) {
        List<NodeRecord> all = nodes(IntStream.range(0, 8).boxed().toList());
        List<NodeRecord> without = new ArrayList<>(all);
        NodeRecord gone = without.remove(leaving);

        List<NodeRecord> expected = new ArrayList<>(draw(beta, all, 5));
        expected.remove(gone);

        assertThat(draw(beta, without, 5)).isEqualTo(expected);
    }

    @Property(tries = 100)
    void ranks_countFromOneToTheLastStandby(@ForAll @Size(32) byte[] beta) {
        List<NodeRecord> nodes = nodes(IntStream.range(0, 7).boxed().toList());
        Committee committee = Committee.draw(Bytes.of(beta), new Registry("n", 1, nodes), MEMBERS, 2)
                .orElseThrow();

        IntStream.rangeClosed(1, MEMBERS + 2)
                .forEach(rank -> assertThat(committee.rankOf(
                                committee.at(rank).orElseThrow().id()))
                        .contains(rank));
        assertThat(committee.at(0)).isEmpty();
        assertThat(committee.at(MEMBERS + 3)).isEmpty();
        assertThat(committee.rankOf("nobody")).isEmpty();
    }

    private static List<NodeRecord> draw(byte[] beta, List<NodeRecord> nodes, int standbys) {
        return Committee.draw(Bytes.of(beta), new Registry("n", 1, nodes), MEMBERS, standbys)
                .map(Committee::ranked)
                .orElse(List.of());
    }

    private static List<NodeRecord> nodes(List<Integer> operators) {
        return IntStream.range(0, operators.size())
                .mapToObj(i -> TestNetwork.record("node-" + i, "operator-" + operators.get(i), KEY))
                .toList();
    }
}
