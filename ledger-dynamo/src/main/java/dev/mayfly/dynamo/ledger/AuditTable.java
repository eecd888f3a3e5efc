package dev.mayfly.dynamo.ledger;

import static dev.mayfly.dynamo.schema.KeyAttribute.LANE;
import static dev.mayfly.dynamo.schema.KeyAttribute.SEQ;
import static dev.mayfly.dynamo.schema.KeyAttribute.SUBJECT;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.dynamo.schema.TableIndex;
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

    @Override
    public List<Bytes> entriesAbout(Bytes subject, long from, int limit) {
        Attributes values = Attributes.none().put(":subject", subject).put(":from", from);
        return table.queryIndex(
                        TableIndex.SUBJECT,
                        Table.where(SUBJECT + " = :subject AND " + SEQ + " >= :from", values)
                                .andThen(query -> query.limit(Math.min(limit, PAGE))))
                .limit(limit)
                .flatMap(found -> table.read(key(found.integer(SEQ))).stream())
                .map(item -> item.bytes(ENTRY))
                .toList();
    }

    @Override
    public Optional<ChainHead> head() {
        Attributes values = Attributes.none().put(":lane", Entry.LANE);
        return table.query(Table.where(LANE + " = :lane", values)
                        .andThen(query -> query.scanIndexForward(false).limit(1)))
                .findFirst()
                .map(item ->
                        new ChainHead(item.integer(SEQ) + 1, item.bytes(ENTRY).sha256()));
    }

    /** Part of a transaction: puts an entry at its position, which must be free. */
    TransactWriteItem appending(Entry entry) {
        Attributes item = key(entry.seq()).put(ENTRY, entry.encoded());
        if (!entry.subject().equals(EntryBody.NETWORK)) {
            // DynamoDB takes no empty key: what is about the network is in no index.
            item.put(SUBJECT, entry.subject());
        }
        return table.putting(Condition.absent(SEQ), item);
    }

    private static Attributes key(long seq) {
        return Attributes.none().put(LANE, Entry.LANE).put(SEQ, seq);
    }
}
