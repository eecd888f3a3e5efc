package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.schema.KeyAttribute.NETWORK;
import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Table;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The versions of a network's registry. */
public final class RegistryTable implements RegistryStore {
    /** The admin's statement. */
    static final String STATEMENT = "registryStatement";

    private final Table table;
    private final LedgerWriter ledger;
    private final String network;

    /**
     * The registry of a coordinator.
     *
     * @param ledger the process's one writer
     * @param network name of the network
     */
    public RegistryTable(DynamoDbClient client, Tables tables, LedgerWriter ledger, String network) {
        this.table = new Table(client, tables, TableSchema.REGISTRY);
        this.ledger = ledger;
        this.network = network;
    }

    @Override
    public Optional<String> newest() {
        Attributes values = Attributes.none().put(":network", network);
        return table.query(Table.where(NETWORK + " = :network", values)
                        .andThen(query -> query.scanIndexForward(false).limit(1)))
                .findFirst()
                .map(item -> item.text(STATEMENT));
    }

    @Override
    public Optional<String> find(long version) {
        return table.read(key(version)).map(item -> item.text(STATEMENT));
    }

    @Override
    public Optional<String> publishIfNext(long version, EntryBody.RegistryPublished body, long now) {
        if (version < 1) {
            return Optional.empty();
        }
        Attributes item = key(version).put(STATEMENT, body.registry());
        ledger.record(VersionedChange.adding(table, version, this::key, item), body, now);
        return find(version);
    }

    private Attributes key(long version) {
        return Attributes.none().put(NETWORK, network).put(VERSION, version);
    }
}
