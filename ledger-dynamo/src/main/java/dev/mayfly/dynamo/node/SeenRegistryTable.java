package dev.mayfly.dynamo.node;

import static dev.mayfly.dynamo.schema.KeyAttribute.NETWORK;
import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.domain.registry.SeenRegistry;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The newest registry a node has seen: one item, whose version only rises. */
public final class SeenRegistryTable implements SeenRegistry {
    /** The admin's statement. */
    static final String STATEMENT = "registryStatement";

    private final Table table;
    private final String network;

    /**
     * What a node remembers of a network's registry.
     *
     * @param network name of the network
     */
    public SeenRegistryTable(DynamoDbClient client, Tables tables, String network) {
        this.table = new Table(client, tables, TableSchema.SEEN_REGISTRY);
        this.network = network;
    }

    @Override
    public Optional<String> newest() {
        return table.read(key()).map(item -> item.text(STATEMENT));
    }

    @Override
    public void raise(long version, String statement) {
        Condition older = new Condition(
                "attribute_not_exists(" + VERSION + ") OR " + VERSION + " < :version",
                Attributes.none().put(":version", version));
        table.putIf(older, key().put(VERSION, version).put(STATEMENT, statement));
    }

    private Attributes key() {
        return Attributes.none().put(NETWORK, network);
    }
}
