package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.schema.KeyAttribute.NETWORK;
import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.domain.registry.PublishedRegistries;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Table;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The versions of a network's registry for who may only read them. */
public final class PublishedRegistryTable implements PublishedRegistries {
    /** The admin's statement. */
    static final String STATEMENT = "registryStatement";

    private final Table table;
    private final String network;

    /**
     * The registry of a coordinator.
     *
     * @param network name of the network
     */
    public PublishedRegistryTable(DynamoDbClient client, Tables tables, String network) {
        this.table = new Table(client, tables, TableSchema.REGISTRY);
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

    Attributes key(long version) {
        return Attributes.none().put(NETWORK, network).put(VERSION, version);
    }
}
