package dev.mayfly.dynamo.ledger;

import static dev.mayfly.dynamo.schema.KeyAttribute.LANE;
import static dev.mayfly.dynamo.schema.KeyAttribute.SEQ;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The entries of the ledger, by lane and position. An entry is put once and never changed. */
public final class AuditTable implements AuditLog {
    /** The entry's canonical bytes. */
    static final String ENTRY = "entry";

    private static final int PAGE = 100;

    private final Table table;

    /** The ledger of a coordinator. */
    public AuditTable(DynamoDbClient client, Tables tables) {
        this.table = new Table(client, tables, TableSchema.AUDIT);
    }

    @Override
    public List<Bytes> entries(long from, int limit) {
        Attributes values = Attributes.none().put(":lane", Entry.LANE).put(":from", from);
        return table.query(Table.where(LANE + " = :lane AND " + SEQ + " >= :from", values)
                        .andThen(query -> query.limit(Math.min(limit, PAGE))))
                .limit(limit)
                .map(item -> item.bytes(ENTRY))
                .toList();
    }

    /** The last entry; empty before the first. */
    Optional<Head> head() {
        Attributes values = Attributes.none().put(":lane", Entry.LANE);
        return table.query(Table.where(LANE + " = :lane", values)
                        .andThen(query -> query.scanIndexForward(false).limit(1)))
                .findFirst()
                .map(item -> new Head(item.integer(SEQ), item.bytes(ENTRY).sha256()));
    }

    /** Part of a transaction: puts an entry at its position, which must be free. */
    TransactWriteItem appending(Entry entry) {
        Attributes item =
                Attributes.none().put(LANE, entry.lane()).put(SEQ, entry.seq()).put(ENTRY, entry.encoded());
        return table.putting(Condition.absent(SEQ), item);
    }

    /** Position and digest of the last entry. */
    record Head(long seq, Bytes digest) {}
}
