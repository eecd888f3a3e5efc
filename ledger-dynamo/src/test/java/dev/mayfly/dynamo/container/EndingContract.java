package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.DueContainers;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import org.junit.jupiter.api.Test;

/** Revocation, expiry and what the sweep has to look at: what every container store guarantees. */
abstract class EndingContract extends MessageContract {
    private static final long OPENING_OVER = CREATED + ContainerState.OPENING_SECONDS;
    private static final int ALL = 1000;

    abstract DueContainers dueContainers();

    private StoredContainer revoke(Bytes id, String end, long now) {
        return store().revokeIfActive(id, end, new EntryBody.ContainerRevoked(id, Samples.bytes(32)), now);
    }

    private StoredContainer expire(Bytes id, long now) {
        return dueContainers().expireIfOver(id, new EntryBody.ContainerExpired(id), now);
    }

    private boolean isDue(Bytes id, long now) {
        return dueContainers().due(now, ALL).contains(id);
    }

    @Test
    void revokeIfActive_endsTheContainerOnceAndKeepsTheFirstEnd() {
        Bytes id = active().fields().id();

        StoredContainer revoked = revoke(id, "first end", CREATED + 2);

        assertThat(revoked.state()).isEqualTo(ContainerState.REVOKED);
        assertThat(revoked.end()).contains("first end");
        assertMailboxesEmpty();
        assertThat(revoke(id, "second end", CREATED + 3)).isEqualTo(revoked);
        assertThat(entries()).endsWith("CONTAINER_REVOKED").hasSize(3);
    }

    @Test
    void revokeIfActive_changesNothingWhenOpeningOrAtTheEndOfLife() {
        StoredContainer opening = opened(EXPIRES);
        StoredContainer active = active();

        assertThat(revoke(opening.fields().id(), "end", CREATED + 2)).isEqualTo(opening);
        assertThat(revoke(active.fields().id(), "end", EXPIRES)).isEqualTo(active);
        assertThat(entries()).doesNotContain("CONTAINER_REVOKED");
    }

    @Test
    void expireIfOver_endsAnActiveContainerAtItsTimeAndNotBefore() {
        Bytes id = active().fields().id();

        assertThat(expire(id, EXPIRES - 1).state()).isEqualTo(ContainerState.ACTIVE);
        assertInMailboxes(id, ContainerState.ACTIVE, false);
        assertThat(expire(id, EXPIRES).state()).isEqualTo(ContainerState.EXPIRED);
        assertMailboxesEmpty();
        assertThat(expire(id, EXPIRES + 1).state()).isEqualTo(ContainerState.EXPIRED);
        assertThat(entries()).endsWith("CONTAINER_EXPIRED").hasSize(3);
    }

    @Test
    void expireIfOver_endsWhatWasNeverActivatedAfterItsOpeningTime() {
        Bytes id = opened(EXPIRES).fields().id();

        assertThat(expire(id, OPENING_OVER - 1).state()).isEqualTo(ContainerState.OPENING);
        assertThat(expire(id, OPENING_OVER).state()).isEqualTo(ContainerState.EXPIRED);
        assertMailboxesEmpty();
        assertThat(isDue(id, EXPIRES)).isFalse();
    }

    @Test
    void expireIfOver_leavesADeliveredContainerAsItIs() {
        Bytes id = active().fields().id();
        revoke(id, "end", CREATED + 2);

        assertThat(expire(id, EXPIRES).state()).isEqualTo(ContainerState.REVOKED);
    }

    @Test
    void endings_haveOneWinnerWhenTheyCompete() throws Exception {
        Bytes id = active().fields().id();

        Together.ask(20, i -> i % 2 == 0 ? revoke(id, "end " + i, EXPIRES - 1) : expire(id, EXPIRES));

        assertThat(store().find(id).orElseThrow().state().isEnd()).isTrue();
        assertThat(entries()).hasSize(3);
    }

    @Test
    void due_isWhatWaitsToBecomeActiveTooLong() {
        Bytes id = opened(EXPIRES).fields().id();

        assertThat(isDue(id, OPENING_OVER - 1)).isFalse();
        assertThat(isDue(id, OPENING_OVER)).isTrue();
    }

    @Test
    void due_isAnActiveContainerAtItsEndAndNotBefore() {
        Bytes id = active().fields().id();

        assertThat(isDue(id, EXPIRES - 1)).isFalse();
        assertThat(isDue(id, EXPIRES)).isTrue();
    }

    @Test
    void due_isAnEndedContainerUntilItIsSettled() {
        Bytes id = active().fields().id();
        revoke(id, "end", CREATED + 2);
        assertThat(isDue(id, CREATED + 2)).isTrue();

        dueContainers().postpone(id, CREATED + 100);
        assertThat(isDue(id, CREATED + 99)).isFalse();
        assertThat(isDue(id, CREATED + 100)).isTrue();

        dueContainers().settle(id);
        dueContainers().postpone(id, CREATED + 2);
        assertThat(isDue(id, EXPIRES)).isFalse();
    }

    @Test
    void postponeAndSettle_changeNothingBeforeTheEnd() {
        Bytes id = active().fields().id();

        dueContainers().postpone(id, EXPIRES + 100);
        dueContainers().settle(id);

        assertThat(isDue(id, EXPIRES)).isTrue();
    }

    @Test
    void due_returnsNoMoreThanAskedFor() {
        for (int i = 0; i < 5; i++) {
            opened(EXPIRES);
        }

        assertThat(dueContainers().due(OPENING_OVER, 3)).hasSize(3);
    }
}
