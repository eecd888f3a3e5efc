package dev.mayfly.crypto.vss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SharingPropertiesTest {

    @Property(tries = 20)
    void everySubsetOfK_givesTheSecret(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int k, @ForAll @IntRange(max = 3) int spare)
            throws RejectedException {
        SecureRandom random = TestBytes.seeded(seed);
        try (Opening secret = Opening.random(random);
                SecretBytes expected = secret.s();
                Dealt dealt = Dealer.deal(secret, k, indices(k + spare), random)) {
            for (List<Integer> subset : subsets(k + spare, k)) {
                List<Share> shares = subset.stream().map(dealt::share).toList();
                assertThat(shares).allMatch(share -> share.verifies(dealt.commitments()));
                try (SecretBytes combined = Combiner.combine(shares, dealt.commitments())) {
                    assertThat(combined.sameAs(expected)).isTrue();
                }
            }
        }
    }

    /** Random numbers, another dealing's share of the same secret, a true share under another index, one half true. */
    @Property(tries = 20)
    void anyForgedShare_spoilsEveryOtherKMinusOne(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int k)
            throws RejectedException {
        SecureRandom random = TestBytes.seeded(seed);
        try (Opening secret = Opening.random(random);
                Dealt dealt = Dealer.deal(secret, k, indices(k + 1), random);
                Dealt other = Dealer.deal(secret, k, indices(k + 1), random)) {
            Opening honest = dealt.share(k).value();
            for (Opening forged : List.of(
                    Opening.random(random),
                    other.share(k).value(),
                    dealt.share(k + 1).value(),
                    Opening.parse(honest.s(), Opening.random(random).r()),
                    Opening.parse(Opening.random(random).s(), honest.r()))) {
                refused(dealt, k, Share.of(k, forged));
            }
        }
    }

    private static void refused(Dealt dealt, int k, Share forged) {
        List<Share> shares =
                new ArrayList<>(IntStream.range(1, k).mapToObj(dealt::share).toList());
        shares.add(forged);
        assertThat(forged.verifies(dealt.commitments())).isFalse();
        assertThatThrownBy(() -> Combiner.combine(shares, dealt.commitments())).isInstanceOf(RejectedException.class);
    }

    private static List<Integer> indices(int n) {
        return IntStream.rangeClosed(1, n).boxed().toList();
    }

    private static List<List<Integer>> subsets(int n, int k) {
        return IntStream.range(0, 1 << n)
                .filter(bits -> Integer.bitCount(bits) == k)
                .mapToObj(bits -> indices(n).stream()
                        .filter(index -> (bits >> index - 1 & 1) == 1)
                        .toList())
                .toList();
    }
}
