package dev.mayfly.sweep;

import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Losses that no code of ours causes: what a restored backup or a careless hand does to a table. */
record Tampering(DynamoDbClient client, Tables tables) {

    /** The registry lacks a version that containers were drawn from. */
    void losesRegistry(long version) {
        client.deleteItem(delete -> delete.tableName(tables.name(TableSchema.REGISTRY))
                .key(Map.of(
                        KeyAttribute.NETWORK, AttributeValue.fromS(World.NAME),
                        KeyAttribute.VERSION, AttributeValue.fromN(Long.toString(version)))));
    }

    /** A container's item cannot be read any more. */
    void breaks(TestContainer container) {
        SdkBytes garbage = SdkBytes.fromUtf8String("garbage");
        SdkBytes id = SdkBytes.fromByteArray(container.id().toByteArray());
        client.updateItem(update -> update.tableName(tables.name(TableSchema.CONTAINERS))
                .key(Map.of(KeyAttribute.CONTAINER_ID, AttributeValue.fromB(id)))
                .updateExpression("SET #fields = :garbage")
                .expressionAttributeNames(Map.of("#fields", "fields"))
                .expressionAttributeValues(Map.of(":garbage", AttributeValue.fromB(garbage))));
    }
}
