package dev.mayfly.dynamo.table;

import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One table. Reads are strongly consistent; single writes answer whether their condition held; the parts of a transaction are
 * built here and submitted by whoever puts the transaction together.
 */
public final class Table {
    private static final String TTL = "#ttl";

    private final DynamoDbClient client;
    private final String name;

    /** The table of a deployment. */
    public Table(DynamoDbClient client, Tables tables, TableSchema schema) {
        this.client = client;
        this.name = tables.name(schema);
    }

    /** The item under a key. */
    public Optional<Attributes> read(Attributes key) {
        GetItemResponse response =
                client.getItem(get -> get.tableName(name).key(key.toMap()).consistentRead(true));
        return response.hasItem() ? Optional.of(Attributes.of(response.item())) : Optional.empty();
    }

    /** The items of one partition, page by page as the stream is drawn; {@code query} says which. */
    public Stream<Attributes> query(Consumer<QueryRequest.Builder> query) {
        return stream(query, true);
    }

    /** As {@link #query}, through an index: what it finds may be out of date, and holds keys only. */
    public Stream<Attributes> queryIndex(String index, Consumer<QueryRequest.Builder> query) {
        return stream(query.andThen(request -> request.indexName(index)), false);
    }

    /** Adds the values of a query's placeholders. */
    public static Consumer<QueryRequest.Builder> where(String keyCondition, Attributes values) {
        return query -> query.keyConditionExpression(keyCondition).expressionAttributeValues(values.toMap());
    }

    /** Writes a whole item if a condition holds; whether it did. */
    public boolean putIf(Condition condition, Attributes item) {
        try {
            client.putItem(put -> put.tableName(name)
                    .item(item.toMap())
                    .conditionExpression(condition.expression())
                    .expressionAttributeValues(condition.values().toMap()));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    /** Changes an item if a condition holds; whether it did. Update and condition share the condition's values. */
    public boolean updateIf(Condition condition, Attributes key, String update) {
        try {
            client.updateItem(change -> change.tableName(name)
                    .key(key.toMap())
                    .updateExpression(update)
                    .conditionExpression(condition.expression())
                    .expressionAttributeValues(condition.values().toMap()));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    /** Deletes an item, if there is one. */
    public void delete(Attributes key) {
        client.deleteItem(delete -> delete.tableName(name).key(key.toMap()));
    }

    /** Part of a transaction: writes a whole item. */
    public TransactWriteItem putting(Attributes item) {
        return part(part -> part.put(put -> put.tableName(name).item(item.toMap())));
    }

    /** Part of a transaction: writes a whole item under a condition. */
    public TransactWriteItem putting(Condition condition, Attributes item) {
        return part(part -> part.put(put -> put.tableName(name)
                .item(item.toMap())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.values().toMap())));
    }

    /**
     * Part of a transaction: changes an item under a condition; both share the condition's values. {@code #ttl} in the update
     * stands for the time-to-live attribute, whose name is a reserved word.
     */
    public TransactWriteItem updating(Condition condition, Attributes key, String update) {
        return part(part -> part.update(change -> change.tableName(name)
                .key(key.toMap())
                .updateExpression(update)
                .expressionAttributeNames(names(update))
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.values().toMap())));
    }

    /** Part of a transaction: changes an item, or makes it, whatever stands there; {@code #ttl} as above. */
    public TransactWriteItem updating(Attributes values, Attributes key, String update) {
        return part(part -> part.update(change -> change.tableName(name)
                .key(key.toMap())
                .updateExpression(update)
                .expressionAttributeNames(names(update))
                .expressionAttributeValues(values.toMap())));
    }

    /** Part of a transaction: changes nothing, and demands a condition of an item. */
    public TransactWriteItem checking(Condition condition, Attributes key) {
        return part(part -> part.conditionCheck(check -> check.tableName(name)
                .key(key.toMap())
                .conditionExpression(condition.expression())
                .expressionAttributeValues(condition.values().toMap())));
    }

    /** Part of a transaction: deletes an item, if there is one. */
    public TransactWriteItem deleting(Attributes key) {
        return part(part -> part.delete(delete -> delete.tableName(name).key(key.toMap())));
    }

    private Stream<Attributes> stream(Consumer<QueryRequest.Builder> query, boolean consistent) {
        QueryRequest.Builder request = QueryRequest.builder().tableName(name).consistentRead(consistent);
        query.accept(request);
        return client.queryPaginator(request.build()).items().stream().map(Attributes::of);
    }

    /** DynamoDB refuses names that an expression does not use. */
    private static Map<String, String> names(String update) {
        return update.contains(TTL) ? Map.of(TTL, TableSchema.TTL) : null;
    }

    private static TransactWriteItem part(Consumer<TransactWriteItem.Builder> part) {
        return TransactWriteItem.builder().applyMutation(part).build();
    }
}
