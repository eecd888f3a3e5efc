package dev.mayfly.dynamo.node;

import static dev.mayfly.dynamo.schema.KeyAttribute.EPOCH_END;
import static dev.mayfly.dynamo.schema.KeyAttribute.KIND;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * A node's epoch keys: the only table that holds a private key. All are in one partition, by the end of their epoch, so that
 * one query finds what is overdue. Our own copies of a scalar are wiped; those the SDK makes on the wire are not in our hands.
 */
public final class EpochKeyTable implements EpochKeyStore {
    /** The private half, 32 bytes. */
    static final String PRIVATE_KEY = "privateKey";

    private static final String EPOCH_KEY = "epoch-key";

    private final Table table;

    /** The epoch keys of a node. */
    public EpochKeyTable(DynamoDbClient client, Tables tables) {
        this.table = new Table(client, tables, TableSchema.EPOCH_KEYS);
    }

    /**
     * {@inheritDoc} The caller closes {@code fresh} and what is returned, which may be the same key.
     *
     * @throws Refusal {@code CONTAINER_ENDED}, when the epoch's key was deleted at this very moment
     */
    @Override
    public HpkePrivateKey createIfAbsent(long epochEnd, HpkePrivateKey fresh) {
        if (putIfAbsent(epochEnd, fresh)) {
            return fresh;
        }
        return find(epochEnd).orElseThrow(() -> Refusal.of(ErrorCode.CONTAINER_ENDED, "the epoch is over"));
    }

    @Override
    public Optional<HpkePrivateKey> find(long epochEnd) {
        return table.read(key(epochEnd)).map(EpochKeyTable::fromItem);
    }

    @Override
    public List<Long> deleteOverdue(long now) {
        Attributes values = Attributes.none().put(":kind", EPOCH_KEY).put(":now", now);
        List<Long> overdue = table.query(Table.where(KIND + " = :kind AND " + EPOCH_END + " <= :now", values)
                        // Said in so many words, so that a role can be allowed to ask for this and not for the keys.
                        .andThen(query ->
                                query.select(Select.SPECIFIC_ATTRIBUTES).projectionExpression(EPOCH_END)))
                .map(item -> item.integer(EPOCH_END))
                .toList();
        overdue.forEach(epochEnd -> table.delete(key(epochEnd)));
        return overdue;
    }

    private boolean putIfAbsent(long epochEnd, HpkePrivateKey fresh) {
        try (SecretBytes scalar = fresh.scalar()) {
            return scalar.use(bytes -> table.putIf(Condition.absent(KIND), toItem(epochEnd, bytes)));
        }
    }

    private static Attributes key(long epochEnd) {
        return Attributes.none().put(KIND, EPOCH_KEY).put(EPOCH_END, epochEnd);
    }

    private static Attributes toItem(long epochEnd, byte[] scalar) {
        return key(epochEnd).putSecret(PRIVATE_KEY, scalar).put(TableSchema.TTL, epochEnd);
    }

    private static HpkePrivateKey fromItem(Attributes item) {
        try (SecretBytes scalar = item.secret(PRIVATE_KEY)) {
            return HpkePrivateKey.parse(scalar);
        } catch (RejectedException broken) {
            throw new IllegalStateException("a stored epoch key cannot be read");
        }
    }
}
