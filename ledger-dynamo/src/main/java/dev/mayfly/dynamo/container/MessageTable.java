package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The one message of each container: a table of its own, so that no look at a container has to read it. */
final class MessageTable {
    /** The sender's statement. */
    static final String SENT = "sentStatement";
    /** Compact JWE. */
    static final String MESSAGE = "message";

    private final Table table;

    MessageTable(DynamoDbClient client, Tables tables) {
        this.table = new Table(client, tables, TableSchema.MESSAGES);
    }

    Optional<StoredMessage> find(Bytes containerId) {
        return table.read(Attributes.none().put(CONTAINER_ID, containerId)).map(MessageTable::fromItem);
    }

    TransactWriteItem storing(Bytes containerId, StoredMessage message, long expiresAt) {
        return table.putting(Condition.absent(CONTAINER_ID), toItem(containerId, message, expiresAt));
    }

    private static Attributes toItem(Bytes containerId, StoredMessage message, long expiresAt) {
        return Attributes.none()
                .put(CONTAINER_ID, containerId)
                .put(SENT, message.sent())
                .put(MESSAGE, message.message())
                .put(TableSchema.TTL, expiresAt);
    }

    private static StoredMessage fromItem(Attributes item) {
        return new StoredMessage(item.text(SENT), item.text(MESSAGE));
    }
}
