package dev.mayfly.dynamo.node;

import static dev.mayfly.dynamo.schema.KeyAttribute.CONTAINER_ID;
import static dev.mayfly.dynamo.schema.KeyAttribute.DUE_BUCKET;
import static dev.mayfly.dynamo.schema.KeyAttribute.EXPIRES_AT;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A node's shares. The index {@code due} holds exactly those not yet erased: erasing takes an item out of its bucket, and an
 * item without a bucket is in no index.
 */
public final class ShareTable implements ShareStore {
    private final Table table;
    private final ShareItem items;

    /**
     * The shares of a node.
     *
     * @param retention how long a tombstone answers after the container's {@code expiresAt}, whole seconds
     */
    public ShareTable(DynamoDbClient client, Tables tables, Duration retention) {
        this.table = new Table(client, tables, TableSchema.SHARES);
        this.items = new ShareItem(retention);
    }

    @Override
    public HeldShare holdIfFirst(HeldShare share) {
        if (table.putIf(Condition.absent(CONTAINER_ID), items.toItem(share))) {
            return share;
        }
        return find(share.containerId())
                .orElseThrow(() -> new IllegalStateException("a share was collected while it was read"));
    }

    @Override
    public Optional<HeldShare> find(Bytes containerId) {
        return table.read(key(containerId)).map(ShareItem::fromItem);
    }

    @Override
    public Optional<HeldShare> eraseIfHeld(Bytes containerId, String erasure) {
        Condition held = new Condition(
                "attribute_exists(" + ShareItem.SEALED + ")", Attributes.none().put(":erasure", erasure));
        String update = "SET %s = :erasure REMOVE %s, %s".formatted(ShareItem.ERASURE, ShareItem.SEALED, DUE_BUCKET);
        table.updateIf(held, key(containerId), update);
        return find(containerId);
    }

    @Override
    public List<HeldShare> due(long now, int limit) {
        return LongStream.range(0, TableIndex.DUE_BUCKETS)
                .boxed()
                .flatMap(bucket -> dueIn(bucket, now))
                .flatMap(containerId -> find(containerId).stream())
                // The index may lag behind an erasure; the item itself does not.
                .filter(share -> share.sealed().isPresent())
                .limit(limit)
                .toList();
    }

    private Stream<Bytes> dueIn(long bucket, long now) {
        Attributes values = Attributes.none().put(":bucket", bucket).put(":now", now);
        return table.queryIndex(
                        TableIndex.DUE, Table.where(DUE_BUCKET + " = :bucket AND " + EXPIRES_AT + " <= :now", values))
                .map(item -> item.bytes(CONTAINER_ID));
    }

    private static Attributes key(Bytes containerId) {
        return Attributes.none().put(CONTAINER_ID, containerId);
    }
}
