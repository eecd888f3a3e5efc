package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Containers by id, and the conditions under which they change. */
final class ContainerTable {
    private static final String STATE = ContainerItem.STATE;
    private static final String CREATED_AT = ContainerItem.CREATED_AT;
    private static final String ALIVE = EXPIRES_AT + " > :now";

    private final Table table;
    private final ContainerItem items;

    ContainerTable(DynamoDbClient client, Tables tables, Duration retention) {
        this.table = new Table(client, tables, TableSchema.CONTAINERS);
        this.items = new ContainerItem(retention);
    }

    Optional<StoredContainer> find(Bytes containerId) {
        return table.read(key(containerId)).map(ContainerItem::fromItem);
    }

    Set<Integer> erasedRanks(Bytes containerId) {
        return table.read(key(containerId))
                .map(item -> item.integers(ContainerItem.ERASED_RANKS))
                .orElse(Set.of());
    }

    TransactWriteItem creating(StoredContainer container) {
        return table.putting(Condition.absent(CONTAINER_ID), items.toItem(container));
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
        String update = "SET %s = :active, %s = :digest, %s = :dealing, %s = :holdings"
                .formatted(STATE, ContainerItem.DEALING_DIGEST, ContainerItem.DEALING, ContainerItem.HOLDINGS);
        return table.updating(new Condition(inTime, values), key(containerId), update);
    }

    TransactWriteItem markingMessageStored(Bytes containerId, long now) {
        Attributes values = Attributes.none()
                .put(":now", now)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":stored", true);
        Condition active = new Condition(STATE + " = :active AND " + ALIVE, values);
        return table.updating(active, key(containerId), "SET " + ContainerItem.MESSAGE_STORED + " = :stored");
    }

    TransactWriteItem delivering(Bytes containerId, String end, long now) {
        Attributes values = Attributes.none()
                .put(":now", now)
                .put(":active", ContainerState.ACTIVE.label())
                .put(":stored", true)
                .put(":delivered", ContainerState.DELIVERED.label())
                .put(":end", end);
        String readable = STATE + " = :active AND " + ContainerItem.MESSAGE_STORED + " = :stored AND " + ALIVE;
        String update = "SET %s = :delivered, %s = :end".formatted(STATE, ContainerItem.END);
        return table.updating(new Condition(readable, values), key(containerId), update);
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
