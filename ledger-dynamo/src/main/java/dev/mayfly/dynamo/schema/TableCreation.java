package dev.mayfly.dynamo.schema;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes tables for tests and for the local network. */
public final class TableCreation {
    private TableCreation() {}

    /** Makes those of {@code schemas} that do not exist yet, with their time to live, and returns when they can be used. */
    public static void createTables(DynamoDbClient client, Tables names, Collection<TableSchema> schemas) {
        for (TableSchema schema : schemas) {
            String name = names.name(schema);
            createIfAbsent(client, name, schema);
            client.waiter().waitUntilTableExists(described -> described.tableName(name));
            schema.ttl().ifPresent(attribute -> enableTimeToLive(client, name, attribute));
        }
    }

    private static void createIfAbsent(DynamoDbClient client, String name, TableSchema schema) {
        try {
            client.createTable(request(name, schema));
        } catch (ResourceInUseException exists) {
            // Made by an earlier run, or by an attempt of this call whose answer came too late.
        }
    }

    private static void enableTimeToLive(DynamoDbClient client, String name, String attribute) {
        TimeToLiveStatus status = client.describeTimeToLive(asked -> asked.tableName(name))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            client.updateTimeToLive(ttl -> ttl.tableName(name)
                    .timeToLiveSpecification(on -> on.attributeName(attribute).enabled(true)));
        }
    }

    private static CreateTableRequest request(String name, TableSchema schema) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        schema.keyAttributes().map(KeyAttribute::definition).toList())
                .keySchema(keys(schema.keys()));
        schema.index().ifPresent(index -> request.globalSecondaryIndexes(index(index)));
        return request.build();
    }

    private static GlobalSecondaryIndex index(TableIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(List.of(index.partition(), index.sort())))
                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static List<KeySchemaElement> keys(List<KeyAttribute> keys) {
        return keys.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.name())
                        .keyType(key.equals(keys.get(0)) ? KeyType.HASH : KeyType.RANGE)
                        .build())
                .toList();
    }
}
