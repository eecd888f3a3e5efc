package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;
import static dev.mayfly.dynamo.schema.KeyAttribute.MAILBOX;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Which containers a user is a party of, from their opening until their end. */
public final class MailboxTable implements Mailbox {
    /** The invitation, sealed for the mailbox's owner. */
    static final String INVITATION = "invitation";

    /** Label of the owner's role. */
    static final String ROLE = "ownerRole";
    /** When its time is over unless it becomes active first, seconds since the epoch. */
    static final String OVER_AT = "overAt";

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
                                query.filterExpression(OVER_AT + " > :now").limit(Math.min(limit, PAGE))))
                .limit(limit)
                .map(MailboxTable::fromItem)
                .toList();
    }

    TransactWriteItem adding(ContainerStore.Addressed party, StoredContainer container) {
        return table.putting(toItem(party, container));
    }

    TransactWriteItem activating(Bytes mailbox, Bytes containerId) {
        Attributes values = Attributes.none().put(":active", ContainerState.ACTIVE.label());
        String update = "SET %s = :active, %s = %s".formatted(ContainerItem.STATE, OVER_AT, EXPIRES_AT);
        return table.updating(kept(values), key(mailbox, containerId), update);
    }

    TransactWriteItem markingMessageStored(Bytes mailbox, Bytes containerId) {
        Attributes values = Attributes.none().put(":stored", true);
        String update = "SET " + ContainerItem.MESSAGE_STORED + " = :stored";
        return table.updating(kept(values), key(mailbox, containerId), update);
    }

    TransactWriteItem removing(Bytes mailbox, Bytes containerId) {
        return table.deleting(key(mailbox, containerId));
    }

    private static Condition kept(Attributes values) {
        return new Condition(Condition.present(CONTAINER_ID).expression(), values);
    }

    private static Attributes key(Bytes mailbox, Bytes containerId) {
        return Attributes.none().put(MAILBOX, mailbox).put(CONTAINER_ID, containerId);
    }

    private static Attributes toItem(ContainerStore.Addressed party, StoredContainer container) {
        long expiresAt = container.fields().expiresAt();
        return key(party.mailbox(), container.fields().id())
                .put(ROLE, party.role().label())
                .put(ContainerItem.STATE, container.state().label())
                .put(ContainerItem.MESSAGE_STORED, container.messageStored())
                .put(OVER_AT, container.overAt())
                .put(EXPIRES_AT, expiresAt)
                .put(TableSchema.TTL, expiresAt)
                .put(INVITATION, party.invitation());
    }

    private static Item fromItem(Attributes item) {
        try {
            return new Item(
                    item.bytes(CONTAINER_ID),
                    Role.of(item.text(ROLE)),
                    ContainerState.of(item.text(ContainerItem.STATE)),
                    item.flag(ContainerItem.MESSAGE_STORED),
                    item.integer(EXPIRES_AT),
                    item.bytes(INVITATION));
        } catch (RejectedException broken) {
            throw new IllegalStateException("a mailbox item cannot be read", broken);
        }
    }
}
