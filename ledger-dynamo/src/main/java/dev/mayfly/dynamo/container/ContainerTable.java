package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.DUE_AT;
import static dev.mayfly.dynamo.schema.KeyAttribute.DUE_BUCKET;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Containers by id, and the conditions under which they change. */
final class ContainerTable {
    private static final String STATE = ContainerItem.STATE;
    private static final String CREATED_AT = ContainerItem.CREATED_AT;
    private static final String MAILBOXES = ContainerItem.SENDER_MAILBOX + ", " + ContainerItem.RECEIVER_MAILBOX;
    private static final String ALIVE = EXPIRES_AT + " > :now";
    /** A message that came since the container was read has to be counted: it is read again. */
    private static final String AS_READ = ContainerItem.MESSAGE_STORED + " = :messageStored";

    private static final String ENDED_AND_DUE =
            "attribute_exists(%s) AND NOT %s IN (:opening, :active)".formatted(DUE_AT, STATE);

    private final Table table;
    private final ContainerItem items;

    ContainerTable(DynamoDbClient client, Tables tables, Duration retention) {
        this.table = new Table(client, tables, TableSchema.CONTAINERS);
        this.items = new ContainerItem(retention);
    }

    Optional<KeptContainer> find(Bytes containerId) {
        return table.read(key(containerId)).map(ContainerItem::fromItem);
    }

    Set<Integer> erasedRanks(Bytes containerId) {
        return table.read(key(containerId))
                .map(item -> item.integers(ContainerItem.ERASED_RANKS))
                .orElse(Set.of());
    }

    /** When a container of this table is forgotten, seconds since the epoch. */
    long keptUntil(StoredContainer container) {
        return items.keptUntil(container);
    }

    TransactWriteItem creating(StoredContainer container, List<Addressed> parties) {
        return table.putting(Condition.absent(CONTAINER_ID), items.toItem(container, parties));
    }

    TransactWriteItem activating(Bytes containerId, StoredContainer.Certificate certificate, long now) {
        Attributes values = Attributes.none()
                .put(":now", now)
                .put(":opening", ContainerState.OPENING.label())
                .put(":notBefore", now - ContainerState.OPENING_SECONDS)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":digest", certificate.digest())
                .put(":dealing", certificate.dealing())
                .put(":holdings", certificate.holdings());
        String inTime = STATE + " = :opening AND " + ALIVE + " AND " + CREATED_AT + " > :notBefore";
        String update = "SET %s = :active, %s = :digest, %s = :dealing, %s = :holdings, %s = %s"
                .formatted(
                        STATE,
                        ContainerItem.DEALING_DIGEST,
                        ContainerItem.DEALING,
                        ContainerItem.HOLDINGS,
                        DUE_AT,
                        EXPIRES_AT);
        return table.updating(new Condition(inTime, values), key(containerId), update);
    }

    TransactWriteItem markingMessageStored(Bytes containerId, long bytes, long now) {
        Attributes values = Attributes.none()
                .put(":now", now)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":stored", true)
                .put(":bytes", bytes);
        Condition active = new Condition(STATE + " = :active AND " + ALIVE, values);
        String update =
                "SET %s = :stored, %s = :bytes".formatted(ContainerItem.MESSAGE_STORED, ContainerItem.MESSAGE_BYTES);
        return table.updating(active, key(containerId), update);
    }

    TransactWriteItem delivering(KeptContainer read, String end, long now) {
        Attributes values = asRead(read)
                .put(":now", now)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":stored", true)
                .put(":delivered", ContainerState.DELIVERED.label())
                .put(":end", end);
        String readable = "%s = :active AND %s = :stored AND %s AND %s"
                .formatted(STATE, ContainerItem.MESSAGE_STORED, ALIVE, AS_READ);
        String update = "SET %s = :delivered, %s = :end, %s = :now REMOVE %s"
                .formatted(STATE, ContainerItem.END, DUE_AT, MAILBOXES);
        return table.updating(new Condition(readable, values), key(read.id()), update);
    }

    TransactWriteItem revoking(KeptContainer read, String end, long now) {
        Attributes values = asRead(read)
                .put(":now", now)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":revoked", ContainerState.REVOKED.label())
                .put(":end", end);
        Condition active = new Condition("%s = :active AND %s AND %s".formatted(STATE, ALIVE, AS_READ), values);
        String update = "SET %s = :revoked, %s = :end, %s = :now REMOVE %s"
                .formatted(STATE, ContainerItem.END, DUE_AT, MAILBOXES);
        return table.updating(active, key(read.id()), update);
    }

    /** Whoever was never activated has nothing more to wait for, so it leaves the index at once. */
    TransactWriteItem expiringNeverActivated(KeptContainer read, long now) {
        Attributes values = Attributes.none()
                .put(":now", now)
                .put(":notAfter", now - ContainerState.OPENING_SECONDS)
                .put(":opening", ContainerState.OPENING.label())
                .put(":expired", ContainerState.EXPIRED.label());
        String over = "%s = :opening AND (%s <= :now OR %s <= :notAfter)".formatted(STATE, EXPIRES_AT, CREATED_AT);
        String update = "SET %s = :expired REMOVE %s, %s, %s".formatted(STATE, DUE_BUCKET, DUE_AT, MAILBOXES);
        return table.updating(new Condition(over, values), key(read.id()), update);
    }

    TransactWriteItem expiringActive(KeptContainer read, long now) {
        Attributes values = asRead(read)
                .put(":now", now)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":expired", ContainerState.EXPIRED.label());
        Condition over =
                new Condition("%s = :active AND %s <= :now AND %s".formatted(STATE, EXPIRES_AT, AS_READ), values);
        String update = "SET %s = :expired, %s = :now REMOVE %s".formatted(STATE, DUE_AT, MAILBOXES);
        return table.updating(over, key(read.id()), update);
    }

    Stream<Bytes> dueIn(long bucket, long now) {
        Attributes values = Attributes.none().put(":bucket", bucket).put(":now", now);
        return table.queryIndex(
                        TableIndex.DUE, Table.where(DUE_BUCKET + " = :bucket AND " + DUE_AT + " <= :now", values))
                .map(item -> item.bytes(CONTAINER_ID));
    }

    void postpone(Bytes containerId, long when) {
        Attributes values = unfinished().put(":when", when);
        table.updateIf(new Condition(ENDED_AND_DUE, values), key(containerId), "SET " + DUE_AT + " = :when");
    }

    void settle(Bytes containerId) {
        Condition ended = new Condition(ENDED_AND_DUE, unfinished());
        table.updateIf(ended, key(containerId), "REMOVE %s, %s".formatted(DUE_BUCKET, DUE_AT));
    }

    private static Attributes asRead(KeptContainer read) {
        return Attributes.none().put(":messageStored", read.container().messageStored());
    }

    private static Attributes unfinished() {
        return Attributes.none()
                .put(":opening", ContainerState.OPENING.label())
                .put(":active", ContainerState.ACTIVE.label());
    }

    TransactWriteItem addingErased(Bytes containerId, Set<Integer> ranks) {
        Attributes values = Attributes.none().putSet(":ranks", ranks);
        ranks.forEach(rank -> values.put(":rank" + rank, rank));
        String noneYet = ranks.stream()
                .map(rank -> " AND NOT contains(" + ContainerItem.ERASED_RANKS + ", :rank" + rank + ")")
                .collect(Collectors.joining());
        Condition newOnes = new Condition("attribute_exists(" + CONTAINER_ID + ")" + noneYet, values);
        return table.updating(newOnes, key(containerId), "ADD " + ContainerItem.ERASED_RANKS + " :ranks");
    }

    private static Attributes key(Bytes containerId) {
        return Attributes.none().put(CONTAINER_ID, containerId);
    }
}
