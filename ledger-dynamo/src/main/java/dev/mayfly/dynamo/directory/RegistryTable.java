package dev.mayfly.dynamo.directory;

import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Table;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The versions of a network's registry, and the one way to add another. */
public final class RegistryTable implements RegistryStore {
    private final Table table;
    private final LedgerWriter ledger;
    private final PublishedRegistryTable published;

    /**
     * The registry of a coordinator.
     *
     * @param ledger the process's one writer
     * @param network name of the network
     */
    public RegistryTable(DynamoDbClient client, Tables tables, LedgerWriter ledger, String network) {
        this.table = new Table(client, tables, TableSchema.REGISTRY);
        this.ledger = ledger;
        this.published = new PublishedRegistryTable(client, tables, network);
    }

    @Override
    public Optional<String> newest() {
        return published.newest();
    }

    @Override
    public Optional<String> find(long version) {
        return published.find(version);
    }

    @Override
    public Optional<String> publishIfNext(long version, EntryBody.RegistryPublished body, long now) {
        if (version < 1) {
            return Optional.empty();
        }
        Attributes item = published.key(version).put(PublishedRegistryTable.STATEMENT, body.registry());
        ledger.record(VersionedChange.adding(table, version, published::key, item), body, now);
        return find(version);
    }
}
