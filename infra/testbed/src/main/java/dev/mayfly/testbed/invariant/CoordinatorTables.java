package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the coordinator keeps of containers, by id.
 *
 * @param mailboxes how many mailboxes show it
 */
record CoordinatorTables(Map<Bytes, Kept> containers, Map<Bytes, StoredMessage> messages, Map<Bytes, Long> mailboxes) {
    /**
     * A container.
     *
     * @param erased ranks whose erasures are recorded
     * @param due whether the sweep will look at it again
     */
    record Kept(StoredContainer container, Set<Integer> erased, boolean due) {}

    static CoordinatorTables read(DynamoDbClient client, Tables tables, Duration retention) {
        // Reads only: nothing here writes an entry.
        DynamoContainerStore store = new DynamoContainerStore(client, tables, null, retention);
        Items items = new Items(client, tables);
        Map<Bytes, Kept> containers = new LinkedHashMap<>();
        items.of(TableSchema.CONTAINERS).forEach(item -> {
            Bytes id = id(item);
            boolean due = item.containsKey(KeyAttribute.DUE_AT) && item.containsKey(KeyAttribute.DUE_BUCKET);
            store.find(id).ifPresent(found -> containers.put(id, new Kept(found, store.erasedRanks(id), due)));
        });
        Map<Bytes, StoredMessage> messages = new LinkedHashMap<>();
        items.of(TableSchema.MESSAGES)
                .forEach(item -> store.message(id(item)).ifPresent(found -> messages.put(id(item), found)));
        Map<Bytes, Long> mailboxes = items.of(TableSchema.MAILBOX).stream()
                .collect(Collectors.groupingBy(CoordinatorTables::id, Collectors.counting()));
        return new CoordinatorTables(containers, messages, mailboxes);
    }

    private static Bytes id(Map<String, AttributeValue> item) {
        return Items.bytes(item, KeyAttribute.CONTAINER_ID);
    }
}
