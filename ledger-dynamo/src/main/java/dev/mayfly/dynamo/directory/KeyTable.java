package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.schema.KeyAttribute.KEY_INDEX;
import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Users' keys by key index: every version, and the last reset. One query reads all that there is of a user. */
public final class KeyTable implements KeyDirectory {
    private static final String WAITING =
            "%s = :digest AND %s = :no".formatted(KeyItem.RESET_DIGEST, KeyItem.CANCELLED);

    private final Table table;
    private final LedgerWriter ledger;

    /**
     * The key directory of a coordinator.
     *
     * @param ledger the process's one writer
     */
    public KeyTable(DynamoDbClient client, Tables tables, LedgerWriter ledger) {
        this.table = new Table(client, tables, TableSchema.KEYS);
        this.ledger = ledger;
    }

    @Override
    public KeyHistory find(Bytes index) {
        List<Registration> versions = new ArrayList<>();
        List<ResetRequest> resets = new ArrayList<>();
        Attributes values = Attributes.none().put(":index", index);
        table.query(Table.where(KEY_INDEX + " = :index", values)).forEach(item -> {
            if (KeyItem.isReset(item)) {
                resets.add(KeyItem.reset(item));
            } else {
                versions.add(KeyItem.registration(item));
            }
        });
        return new KeyHistory(List.copyOf(versions), resets.stream().findFirst());
    }

    @Override
    public KeyHistory registerIfNext(Registration registration, long now) {
        KeyEntry.Version entry = registration.entry();
        Attributes values = Attributes.none()
                .put(":version", entry.version())
                .put(":yes", true)
                .put(":now", now);
        String noneDue = "attribute_not_exists(%s) OR %s < :version OR %s = :yes OR %s > :now"
                .formatted(KEY_INDEX, KeyItem.RESET_VERSION, KeyItem.CANCELLED, KeyItem.EFFECTIVE_AT);
        return record(adding(registration, new Condition(noneDue, values)), entry, now);
    }

    @Override
    public KeyHistory requestResetIfNoneWaits(ResetRequest request, long now) {
        KeyEntry.KeysResetRequested entry = request.entry();
        Attributes values = Attributes.none()
                .put(":version", entry.version())
                .put(":yes", true)
                .put(":commitment", entry.commitment());
        String noneWaits = "attribute_not_exists(%s) OR (%s < :version OR %s = :yes) AND %s <> :commitment"
                .formatted(KEY_INDEX, KeyItem.RESET_VERSION, KeyItem.CANCELLED, KeyItem.RESET_COMMITMENT);
        List<TransactWriteItem> changes = List.of(
                table.putting(new Condition(noneWaits, values), KeyItem.of(request)),
                table.checking(Condition.absent(VERSION), KeyItem.key(entry.index(), entry.version())),
                table.checking(Condition.present(VERSION), KeyItem.key(entry.index(), entry.version() - 1)));
        return record(changes, entry, now);
    }

    @Override
    public KeyHistory cancelResetIfWaiting(ResetRequest waiting, KeyEntry.KeysResetCancelled entry, long now) {
        KeyEntry.KeysResetRequested reset = waiting.entry();
        Condition notDue = new Condition(WAITING + " AND " + KeyItem.EFFECTIVE_AT + " > :now", values(waiting, now));
        List<TransactWriteItem> changes = List.of(
                table.putting(notDue, KeyItem.of(waiting.afterCancellation())),
                table.checking(Condition.absent(VERSION), KeyItem.key(reset.index(), reset.version())));
        return record(changes, entry, now);
    }

    @Override
    public KeyHistory resetIfDue(ResetRequest waiting, long now) {
        Condition due = new Condition(WAITING + " AND " + KeyItem.EFFECTIVE_AT + " <= :now", values(waiting, now));
        Registration effect = waiting.effect();
        return record(adding(effect, due), effect.entry(), now);
    }

    private static Attributes values(ResetRequest waiting, long now) {
        return Attributes.none()
                .put(":digest", waiting.entry().digest())
                .put(":no", false)
                .put(":now", now);
    }

    /** A version after those that are there, if the reset's item allows it. */
    private List<TransactWriteItem> adding(Registration registration, Condition ofReset) {
        Bytes index = registration.entry().index();
        List<TransactWriteItem> changes = new ArrayList<>(VersionedChange.adding(
                table,
                registration.entry().version(),
                version -> KeyItem.key(index, version),
                KeyItem.of(registration)));
        changes.add(table.checking(ofReset, KeyItem.key(index, KeyItem.RESET)));
        return changes;
    }

    private KeyHistory record(List<TransactWriteItem> changes, KeyEntry entry, long now) {
        ledger.record(changes, entry, now);
        return find(entry.index());
    }
}
