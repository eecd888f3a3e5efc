package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Samples;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Message, delivery and erasures: what every container store guarantees. */
abstract class MessageContract extends ContainerStoreContract {
    private static final String END = "end statement";

    private Optional<StoredMessage> send(Bytes id, StoredMessage message, long now) {
        return store().storeMessageIfFirst(id, message, Samples.sent(id), now);
    }

    private Bytes withMessage() {
        Bytes id = active().fields().id();
        send(id, Samples.message(), CREATED + 2);
        return id;
    }

    private StoredContainer deliver(Bytes id, String end, long now) {
        return store().deliverIfActive(id, end, Samples.delivered(id), now);
    }

    private Set<Integer> erase(Bytes id, Integer... ranks) {
        return store().recordErasuresIfNew(id, Set.of(ranks), Samples.erased(id, ranks), EXPIRES);
    }

    @Test
    void storeMessageIfFirst_keepsMessageAndEntry() {
        Bytes id = active().fields().id();
        StoredMessage message = Samples.message();

        assertThat(send(id, message, CREATED + 2)).contains(message);

        assertThat(store().message(id)).contains(message);
        assertThat(store().find(id).orElseThrow().messageStored()).isTrue();
        assertInMailboxes(id, ContainerState.ACTIVE, true);
        assertThat(entries()).endsWith("MESSAGE_SENT").hasSize(3);
    }

    @Test
    void storeMessageIfFirst_returnsTheFirstWhenAskedAgain() {
        Bytes id = active().fields().id();
        StoredMessage first = Samples.message();
        send(id, first, CREATED + 2);

        assertThat(send(id, first, CREATED + 3)).contains(first);
        assertThat(send(id, Samples.message(), CREATED + 3)).contains(first);
        assertThat(entries()).hasSize(3);
    }

    @Test
    void storeMessageIfFirst_returnsTheFirstWhenAskedAgainAfterDelivery() {
        Bytes id = active().fields().id();
        StoredMessage first = Samples.message();
        send(id, first, CREATED + 2);
        deliver(id, END, CREATED + 3);

        assertThat(send(id, first, CREATED + 4)).contains(first);
        assertThat(entries()).hasSize(4);
    }

    @Test
    void storeMessageIfFirst_keepsTheLargestMessage() {
        Bytes id = active().fields().id();
        StoredMessage largest = new StoredMessage("s".repeat(2000), "m".repeat(384 * 1024));

        assertThat(send(id, largest, CREATED + 2)).contains(largest);
    }

    @Test
    void storeMessageIfFirst_emptyWhenTheContainerIsNotActive() {
        Bytes id = opened(EXPIRES).fields().id();

        assertThat(send(id, Samples.message(), CREATED + 1)).isEmpty();
        assertThat(store().message(id)).isEmpty();
        assertThat(entries()).hasSize(1);
    }

    @Test
    void storeMessageIfFirst_emptyWhenTheIdIsUnknown() {
        assertThat(send(Samples.bytes(32), Samples.message(), CREATED)).isEmpty();
    }

    @Test
    void storeMessageIfFirst_keepsAMessageInTheLastSecond() {
        assertThat(send(active().fields().id(), Samples.message(), EXPIRES - 1)).isPresent();
    }

    @Test
    void storeMessageIfFirst_emptyAtTheEndOfLife() {
        Bytes id = active().fields().id();

        assertThat(send(id, Samples.message(), EXPIRES)).isEmpty();
        assertThat(store().message(id)).isEmpty();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void storeMessageIfFirst_emptyAtTheEndOfLifeThoughOneIsStored() {
        assertThat(send(withMessage(), Samples.message(), EXPIRES)).isEmpty();
    }

    @Test
    void deliverIfActive_keepsTheEndAndEmptiesBothMailboxes() {
        Bytes id = withMessage();

        StoredContainer delivered = deliver(id, END, CREATED + 3);

        assertThat(delivered.state()).isEqualTo(ContainerState.DELIVERED);
        assertThat(delivered.end()).contains(END);
        assertMailboxesEmpty();
        assertThat(entries()).endsWith("CONTAINER_DELIVERED").hasSize(4);
    }

    @Test
    void deliverIfActive_keepsTheFirstEndWhenAskedAgain() {
        Bytes id = withMessage();
        StoredContainer first = deliver(id, END, CREATED + 3);

        assertThat(deliver(id, "another end", CREATED + 4)).isEqualTo(first);
        assertThat(entries()).hasSize(4);
    }

    @Test
    void deliverIfActive_changesNothingWithoutAMessage() {
        StoredContainer active = active();

        assertThat(deliver(active.fields().id(), END, CREATED + 3)).isEqualTo(active);
        assertInMailboxes(active.fields().id(), ContainerState.ACTIVE, false);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void deliverIfActive_changesNothingWhileOpening() {
        StoredContainer opened = opened(EXPIRES);

        assertThat(deliver(opened.fields().id(), END, CREATED + 1)).isEqualTo(opened);
    }

    @Test
    void deliverIfActive_deliversInTheLastSecond() {
        assertThat(deliver(withMessage(), END, EXPIRES - 1).state()).isEqualTo(ContainerState.DELIVERED);
    }

    @Test
    void deliverIfActive_changesNothingAtTheEndOfLife() {
        StoredContainer kept = deliver(withMessage(), END, EXPIRES);

        assertThat(kept.state()).isEqualTo(ContainerState.ACTIVE);
        assertThat(kept.stateAt(EXPIRES)).isEqualTo(ContainerState.EXPIRED);
        assertThat(kept.end()).isEmpty();
        assertThat(entries()).hasSize(3);
    }

    @Test
    void deliverIfActive_refusesWhenTheIdIsUnknown() {
        assertThatThrownBy(() -> deliver(Samples.bytes(32), END, CREATED)).isInstanceOf(Refusal.class);
    }

    @Test
    void recordErasuresIfNew_addsRanksAndOneEntryPerCall() {
        Bytes id = active().fields().id();

        assertThat(store().erasedRanks(id)).isEmpty();
        assertThat(erase(id, 1, 3)).containsExactlyInAnyOrder(1, 3);
        assertThat(erase(id, 2)).containsExactlyInAnyOrder(1, 2, 3);

        assertThat(store().erasedRanks(id)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(entries()).endsWith("SHARES_ERASED", "SHARES_ERASED").hasSize(4);
    }

    @Test
    void recordErasuresIfNew_recordsNoneWhenOneIsRecorded() {
        Bytes id = active().fields().id();
        erase(id, 1);

        assertThat(erase(id, 1, 2)).containsExactly(1);
        assertThat(entries()).hasSize(3);
    }

    @Test
    void recordErasuresIfNew_recordsNothingWhenTheIdIsUnknown() {
        assertThat(erase(Samples.bytes(32), 1)).isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void recordErasuresIfNew_failsWithoutRanks() {
        assertThatThrownBy(() -> erase(Samples.bytes(32))).isInstanceOf(IllegalArgumentException.class);
    }
}
