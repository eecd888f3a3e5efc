package dev.mayfly.dynamo.node;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of shares guarantees. */
abstract class ShareStoreContract {
    abstract ShareStore shares();

    private static HeldShare share(Bytes containerId, long expiresAt) {
        return new HeldShare(
                containerId,
                2,
                Samples.accessKey(),
                Samples.bytes(32),
                expiresAt,
                expiresAt + 100,
                "holding-" + Samples.bytes(8),
                Samples.bytes(32),
                Optional.of(Samples.bytes(180)),
                Optional.empty());
    }

    HeldShare hold(long expiresAt) {
        return shares().holdIfFirst(share(Samples.bytes(32), expiresAt));
    }

    @Test
    void find_emptyWhenNothingIsKept() {
        assertThat(shares().find(Samples.bytes(32))).isEmpty();
        assertThat(shares().eraseIfHeld(Samples.bytes(32), "erasure")).isEmpty();
    }

    @Test
    void holdIfFirst_keepsTheFirstDealingsShare() {
        HeldShare first = share(Samples.bytes(32), EXPIRES);

        assertThat(shares().holdIfFirst(first)).isEqualTo(first);
        assertThat(shares().holdIfFirst(first)).isEqualTo(first);
        assertThat(shares().holdIfFirst(share(first.containerId(), EXPIRES))).isEqualTo(first);
        assertThat(shares().find(first.containerId())).contains(first);
    }

    @Test
    void holdIfFirst_keepsOneWhenManyDepositAtOnce() throws Exception {
        Bytes containerId = Samples.bytes(32);

        List<HeldShare> told = Together.ask(20, caller -> shares().holdIfFirst(share(containerId, EXPIRES)));

        assertThat(new HashSet<>(told)).hasSize(1);
    }

    @Test
    void eraseIfHeld_leavesATombstoneWithoutTheShare() {
        HeldShare held = hold(EXPIRES);

        HeldShare tombstone =
                shares().eraseIfHeld(held.containerId(), "erasure").orElseThrow();

        assertThat(tombstone.sealed()).isEmpty();
        assertThat(tombstone.erasure()).contains("erasure");
        assertThat(tombstone.holdingDigest()).isEqualTo(held.holdingDigest());
    }

    @Test
    void eraseIfHeld_keepsTheFirstErasureWhenAskedAgain() throws Exception {
        HeldShare held = hold(EXPIRES);

        List<Optional<HeldShare>> told =
                Together.ask(10, caller -> shares().eraseIfHeld(held.containerId(), "erasure " + caller));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(shares().eraseIfHeld(held.containerId(), "later")).isEqualTo(told.get(0));
    }

    @Test
    void holdIfFirst_returnsTheTombstoneWhenErased() {
        HeldShare held = hold(EXPIRES);
        shares().eraseIfHeld(held.containerId(), "erasure");

        HeldShare kept = shares().holdIfFirst(share(held.containerId(), EXPIRES));

        assertThat(kept.erasure()).contains("erasure");
        assertThat(kept.sealed()).isEmpty();
    }

    @Test
    void due_findsASharesEndToTheSecond() {
        HeldShare held = hold(EXPIRES);

        assertThat(shares().due(EXPIRES - 1, 10)).isEmpty();
        assertThat(shares().due(EXPIRES, 10)).containsExactly(held);
    }

    @Test
    void due_findsSharesOfEveryBucketUpToTheLimit() {
        List<HeldShare> held = Stream.iterate(0, i -> i + 1)
                .limit(16)
                .map(i -> shares().holdIfFirst(share(startingWith(i), CREATED + 10)))
                .toList();

        assertThat(shares().due(CREATED + 10, 100)).containsExactlyInAnyOrderElementsOf(held);
        assertThat(shares().due(CREATED + 10, 5)).hasSize(5);
    }

    @Test
    void due_leavesOutWhatIsErased() {
        HeldShare erased = hold(EXPIRES);
        HeldShare held = hold(EXPIRES);
        shares().eraseIfHeld(erased.containerId(), "erasure");

        assertThat(shares().due(EXPIRES, 10)).containsExactly(held);
    }

    private static Bytes startingWith(int first) {
        return Bytes.concat(Bytes.of(new byte[] {(byte) first}), Samples.bytes(31));
    }
}
