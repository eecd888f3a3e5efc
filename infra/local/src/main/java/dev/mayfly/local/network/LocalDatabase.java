package dev.mayfly.local.network;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A database with everybody's tables, which on a real network are each in their owner's account. */
final class LocalDatabase implements AutoCloseable {
    private static final Tables OF_COORDINATOR = new Tables(LocalCoordinator.TABLE_PREFIX);

    private final URI endpoint;
    private final Optional<DynamoDbLocal> engine;
    private final DynamoDbClient client;

    private LocalDatabase(URI endpoint, Optional<DynamoDbLocal> engine) {
        this.endpoint = endpoint;
        this.engine = engine;
        this.client = DynamoClients.local(endpoint).build();
    }

    /** Starts DynamoDB Local with the data that it left in the folder. */
    static LocalDatabase start(NetworkFolder folder) {
        DynamoDbLocal engine = DynamoDbLocal.start(0, folder.data());
        return new LocalDatabase(engine.endpoint(), Optional.of(engine));
    }

    /** A database that somebody else runs, who has made the tables too. */
    static LocalDatabase at(URI endpoint) {
        return new LocalDatabase(endpoint, Optional.empty());
    }

    DynamoDbClient client() {
        return client;
    }

    URI endpoint() {
        return endpoint;
    }

    /** Makes the tables that are not there yet, in a database of its own. */
    void makeTables(List<LocalNode> nodes) {
        if (engine.isEmpty()) {
            return;
        }
        TableCreation.createTables(client, OF_COORDINATOR, TableSchema.ofCoordinator());
        for (LocalNode node : nodes) {
            TableCreation.createTables(client, new Tables(node.tablePrefix()), TableSchema.ofNode());
        }
    }

    AuditLog auditLog() {
        return new AuditTable(client, OF_COORDINATOR);
    }

    /** How many of these nodes keep their share of a container, sealed. */
    long sharesHeld(List<LocalNode> nodes, Bytes containerId) {
        return nodes.stream()
                .map(node -> new ShareTable(client, new Tables(node.tablePrefix()), Duration.ZERO))
                .map(shares -> shares.find(containerId))
                .filter(share -> share.flatMap(HeldShare::sealed).isPresent())
                .count();
    }

    @Override
    public void close() {
        client.close();
        engine.ifPresent(DynamoDbLocal::close);
    }
}
