package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of tables as the database has them, whatever a store would make of them. */
record Items(DynamoDbClient client, Tables tables) {
    List<Map<String, AttributeValue>> of(TableSchema table) {
        return client.scanPaginator(scan -> scan.tableName(tables.name(table)).consistentRead(true)).items().stream()
                .toList();
    }

    static Bytes bytes(Map<String, AttributeValue> item, String attribute) {
        return Bytes.of(item.get(attribute).b().asByteArray());
    }

    static long number(Map<String, AttributeValue> item, String attribute) {
        return Long.parseLong(item.get(attribute).n());
    }
}
