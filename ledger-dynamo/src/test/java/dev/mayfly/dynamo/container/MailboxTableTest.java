package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDynamo.class)
class MailboxTableTest {
    private final Bytes owner = Samples.bytes(32);
    private final Mailbox mailbox;
    private final DynamoContainerStore store;

    MailboxTableTest(Database database) {
        this.mailbox = new MailboxTable(database.client(), database.tables());
        this.store = new DynamoContainerStore(
                database.client(), database.tables(), database.writer(), DynamoContainerStoreTest.RETENTION);
    }

    private Bytes deliver(long expiresAt) {
        StoredContainer container = Samples.opening(expiresAt);
        Addressed party = new Addressed(Role.RECEIVER, owner, Samples.bytes(100));
        store.createIfAbsent(container, List.of(party), Samples.created(container), CREATED);
        return container.fields().id();
    }

    private List<Bytes> page(Optional<Bytes> after, int limit, long now) {
        return mailbox.page(owner, after, limit, now).stream()
                .map(Mailbox.Item::containerId)
                .toList();
    }

    @Test
    void page_emptyWhenNothingWaits() {
        assertThat(page(Optional.empty(), 10, CREATED)).isEmpty();
    }

    @Test
    void page_readsOnInTheOrderOfIds() {
        List<Bytes> sorted =
                Stream.generate(() -> deliver(EXPIRES)).limit(5).sorted().toList();

        List<Bytes> first = page(Optional.empty(), 2, CREATED);
        List<Bytes> second = page(Optional.of(first.get(1)), 2, CREATED);
        List<Bytes> third = page(Optional.of(second.get(1)), 2, CREATED);

        assertThat(Stream.of(first, second, third).flatMap(List::stream)).containsExactlyElementsOf(sorted);
        assertThat(page(Optional.of(third.get(0)), 2, CREATED)).isEmpty();
    }

    @Test
    void page_leavesOutWhatHasEnded() {
        Bytes living = deliver(EXPIRES);
        Bytes ending = deliver(CREATED + 10);

        assertThat(page(Optional.empty(), 10, CREATED + 9)).containsExactlyInAnyOrder(living, ending);
        assertThat(page(Optional.empty(), 10, CREATED + 10)).containsExactly(living);
    }

    @Test
    void page_leavesOutWhatWasNotActivatedInTime() {
        Bytes abandoned = deliver(EXPIRES);
        long openingOver = CREATED + ContainerState.OPENING_SECONDS;

        assertThat(page(Optional.empty(), 10, openingOver - 1)).containsExactly(abandoned);
        assertThat(page(Optional.empty(), 10, openingOver)).isEmpty();
    }

    @Test
    void page_isFullThoughEndedItemsStandBetween() {
        for (int i = 0; i < 4; i++) {
            deliver(CREATED + 10);
            deliver(EXPIRES);
        }

        assertThat(page(Optional.empty(), 4, CREATED + 10)).hasSize(4);
    }

    @Test
    void page_showsNobodyElsesItems() {
        deliver(EXPIRES);

        assertThat(mailbox.page(Samples.bytes(32), Optional.empty(), 10, CREATED))
                .isEmpty();
    }
}
