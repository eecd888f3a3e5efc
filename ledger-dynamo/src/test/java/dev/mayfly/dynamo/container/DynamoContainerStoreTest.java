package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DueContainers;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.schema.TableSchema;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDynamo.class)
class DynamoContainerStoreTest extends EndingContract {
    static final Duration RETENTION = Duration.ofDays(30);

    private final Database database;
    private final DynamoContainerStore store;

    DynamoContainerStoreTest(Database database) {
        this.database = database;
        this.store = new DynamoContainerStore(database.client(), database.tables(), database.writer(), RETENTION);
    }

    @Override
    ContainerStore store() {
        return store;
    }

    @Override
    DueContainers dueContainers() {
        return store;
    }

    @Override
    Mailbox mailbox() {
        return new MailboxTable(database.client(), database.tables());
    }

    @Override
    AuditLog log() {
        return new AuditTable(database.client(), database.tables());
    }

    @Test
    void timeToLive_isInSecondsSinceTheEpoch() {
        Bytes id = active().fields().id();
        store.storeMessageIfFirst(id, Samples.message(), Samples.sent(id), CREATED + 2);

        assertThat(ttls(TableSchema.CONTAINERS)).containsExactly(EXPIRES + RETENTION.toSeconds());
        assertThat(ttls(TableSchema.MESSAGES)).containsExactly(EXPIRES);
        assertThat(ttls(TableSchema.MAILBOX)).containsExactly(EXPIRES, EXPIRES);
    }

    @Test
    void entries_haveNoTimeToLive() {
        active();

        assertThat(database.items(TableSchema.AUDIT))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item).doesNotContainKey(TableSchema.TTL));
    }

    private long[] ttls(TableSchema table) {
        return database.items(table).stream()
                .mapToLong(item -> Long.parseLong(item.get(TableSchema.TTL).n()))
                .toArray();
    }
}
