package dev.mayfly.dynamo;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Fresh tables of every kind, and clients to reach them. */
public record Database(URI endpoint, Tables tables, DynamoDbClient client) {
    static Database fresh(URI endpoint) {
        Tables tables = new Tables("t" + Samples.bytes(8).toBase64Url() + "-");
        DynamoDbClient client = DynamoClients.local(endpoint).build();
        TableCreation.createTables(client, tables, List.of(TableSchema.values()));
        return new Database(endpoint, tables, client);
    }

    /** A client of its own that meets with an accident. */
    public DynamoDbClient clientWith(ExecutionInterceptor accident) {
        return DynamoClients.local(endpoint)
                .overrideConfiguration(DynamoClients.timeouts()
                        .addExecutionInterceptor(accident)
                        .build())
                .build();
    }

    /** A writer as another process would have it. */
    public LedgerWriter writer() {
        return writer(client);
    }

    /** A writer that uses this client. */
    public LedgerWriter writer(DynamoDbClient client) {
        return new LedgerWriter(client, tables, Samples.NETWORK, Samples.RANDOM);
    }

    /** The whole ledger, every link checked. */
    public List<Entry> chain() {
        List<Bytes> stored = new AuditTable(client, tables).entries(0, 10_000);
        return Chain.linked(stored);
    }

    /** All items of a table, as DynamoDB has them. */
    public List<Map<String, AttributeValue>> items(TableSchema table) {
        return client.scanPaginator(scan -> scan.tableName(tables.name(table)).consistentRead(true)).items().stream()
                .toList();
    }
}
