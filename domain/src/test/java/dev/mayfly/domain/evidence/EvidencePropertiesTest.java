package dev.mayfly.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.domain.TestContainer;
import dev.mayfly.domain.TestDealing;
import dev.mayfly.domain.TestNetwork;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whoever wants to convict an honest node has everything that two containers, two dealings of each, and all their requests and
 * answers leave behind, and may put it together as he likes: parties, coordinator and the other nodes are all his.
 */
class EvidencePropertiesTest {
    private static final TestNetwork NETWORK = TestNetwork.of(7);
    private static final HpkePrivateKey SHARED = HpkePrivateKey.generate(TestNetwork.RANDOM);
    private static final List<ReleaseEvidence> HONEST = honest();
    private static final TestRelease LIAR = TestRelease.asked(TestDealing.of(TestContainer.open(NETWORK), 5), 1);
    private static final ReleaseEvidence LIE = LIAR.evidence(LIAR.releasing(LIAR.forged()));

    @Property(tries = 1)
    void lie_isProvenAsItStands() throws RejectedException {
        assertThat(LIE.prove(NETWORK.network()).rank()).isEqualTo(1);
    }

    @Property(tries = 400)
    void prove_convictsNoHonestNodeWithAnyMixOfWhatThereIs(
            @ForAll @IntRange(max = 39) int container,
            @ForAll @IntRange(max = 39) int dealing,
            @ForAll @IntRange(max = 39) int request,
            @ForAll @IntRange(max = 39) int release,
            @ForAll @IntRange(max = 39) int oneTimeKey) {
        ReleaseEvidence mixed = new ReleaseEvidence(
                HONEST.get(container).container(),
                HONEST.get(container).proof(),
                HONEST.get(container).registry(),
                HONEST.get(dealing).dealing(),
                HONEST.get(request).request(),
                HONEST.get(release).release(),
                HONEST.get(oneTimeKey).oneTimeKey());
        assertThatThrownBy(() -> mixed.prove(NETWORK.network())).isInstanceOf(RejectedException.class);
    }

    /** The same within one container, where most of it fits together. */
    @Property(tries = 400)
    void prove_convictsNoHonestNodeOfOneContainerWithAnyMix(
            @ForAll @IntRange(max = 19) int dealing,
            @ForAll @IntRange(max = 19) int request,
            @ForAll @IntRange(max = 19) int release,
            @ForAll @IntRange(max = 19) int oneTimeKey) {
        prove_convictsNoHonestNodeWithAnyMixOfWhatThereIs(0, dealing, request, release, oneTimeKey);
    }

    @Property(tries = 300)
    void file_provesNothingWithAnyBitTurnedOver(
            @ForAll @IntRange(max = 1_000_000) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] file = LIE.toJson();
        file[position % file.length] ^= (byte) (1 << bit);
        assertThatThrownBy(() -> ReleaseEvidence.parse(file).prove(NETWORK.network()))
                .as("bit %d of byte %d", bit, position % file.length)
                .isInstanceOf(RejectedException.class);
    }

    private static List<ReleaseEvidence> honest() {
        List<ReleaseEvidence> all = new ArrayList<>();
        for (int containers = 0; containers < 2; containers++) {
            TestContainer container = TestContainer.open(NETWORK);
            for (int dealings = 0; dealings < 2; dealings++) {
                TestDealing dealing = TestDealing.of(container, 5);
                for (int rank = 1; rank <= 5; rank++) {
                    TestRelease once = TestRelease.asked(dealing, rank);
                    TestRelease again = TestRelease.asked(dealing, rank, SHARED);
                    all.add(once.evidence(once.honest()));
                    all.add(again.evidence(again.honest()));
                }
            }
        }
        return all;
    }
}
