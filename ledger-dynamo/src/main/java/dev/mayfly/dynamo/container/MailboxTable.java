package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;
import static dev.mayfly.dynamo.schema.KeyAttribute.MAILBOX;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Table;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Who waits for which container. */
public final class MailboxTable implements Mailbox {
    /** The invitation, sealed for the mailbox's owner. */
    static final String INVITATION = "invitation";

    private static final int PAGE = 100;

    private final Table table;

    /** The mailboxes of a coordinator. */
    public MailboxTable(DynamoDbClient client, Tables tables) {
        this.table = new Table(client, tables, TableSchema.MAILBOX);
    }

    @Override
    public List<Item> page(Bytes mailbox, Optional<Bytes> after, int limit, long now) {
        Attributes values = Attributes.none().put(":mailbox", mailbox).put(":now", now);
        after.ifPresent(last -> values.put(":after", last));
        String from = after.isPresent() ? " AND " + CONTAINER_ID + " > :after" : "";
        return table.query(Table.where(MAILBOX + " = :mailbox" + from, values)
                        .andThen(query ->
                                query.filterExpression(EXPIRES_AT + " > :now").limit(Math.min(limit, PAGE))))
                .limit(limit)
                .map(MailboxTable::fromItem)
                .toList();
    }

    TransactWriteItem adding(ContainerStore.Addressed party, Bytes containerId, long expiresAt) {
        return table.putting(toItem(party, containerId, expiresAt));
    }

    TransactWriteItem removing(Bytes mailbox, Bytes containerId) {
        return table.deleting(Attributes.none().put(MAILBOX, mailbox).put(CONTAINER_ID, containerId));
    }

    private static Attributes toItem(ContainerStore.Addressed party, Bytes containerId, long expiresAt) {
        return Attributes.none()
                .put(MAILBOX, party.mailbox())
                .put(CONTAINER_ID, containerId)
                .put(EXPIRES_AT, expiresAt)
                .put(TableSchema.TTL, expiresAt)
                .put(INVITATION, party.invitation());
    }

    private static Item fromItem(Attributes item) {
        return new Item(item.bytes(CONTAINER_ID), item.integer(EXPIRES_AT), item.bytes(INVITATION));
    }
}
