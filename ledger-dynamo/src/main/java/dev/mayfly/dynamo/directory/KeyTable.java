package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.schema.KeyAttribute.KEY_INDEX;
import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Users' registered keys, every version, by key index. */
public final class KeyTable implements KeyDirectory {
    /** Public signing key, 33 bytes. */
    static final String SIGNING = "signing";
    /** Public encryption key, 33 bytes. */
    static final String ENCRYPTION = "encryption";
    /** Opens the commitment in the entry, 64 bytes. */
    static final String SALT = "salt";
    /** Body of the ledger entry, canonical bytes. */
    static final String ENTRY = "entryBody";

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
    public List<Registration> history(Bytes index) {
        return versions(index, true).toList();
    }

    @Override
    public Optional<Registration> current(Bytes index) {
        return versions(index, false).findFirst();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the version before it is not stored
     */
    @Override
    public Registration registerIfNext(Registration registration, long now) {
        EntryBody.KeysRegistered entry = registration.entry();
        Bytes index = entry.index();
        ledger.record(
                VersionedChange.adding(table, entry.version(), version -> key(index, version), toItem(registration)),
                entry,
                now);
        return table.read(key(index, entry.version()))
                .map(KeyTable::fromItem)
                .orElseThrow(() -> new IllegalArgumentException("the version before it is not registered"));
    }

    private Stream<Registration> versions(Bytes index, boolean oldestFirst) {
        Attributes values = Attributes.none().put(":index", index);
        return table.query(Table.where(KEY_INDEX + " = :index", values)
                        .andThen(query -> query.scanIndexForward(oldestFirst)))
                .map(KeyTable::fromItem);
    }

    private static Attributes key(Bytes index, long version) {
        return Attributes.none().put(KEY_INDEX, index).put(VERSION, version);
    }

    private static Attributes toItem(Registration registration) {
        EntryBody.KeysRegistered entry = registration.entry();
        return key(entry.index(), entry.version())
                .put(SIGNING, registration.keys().signing().bytes())
                .put(ENCRYPTION, registration.keys().encryption().bytes())
                .put(SALT, registration.salt())
                .put(ENTRY, entry.encoded());
    }

    private static Registration fromItem(Attributes item) {
        try {
            return new Registration(
                    PublicKeys.parse(item.bytes(SIGNING), item.bytes(ENCRYPTION)),
                    item.bytes(SALT),
                    EntryBody.KeysRegistered.decode(item.bytes(ENTRY)));
        } catch (RejectedException broken) {
            throw new IllegalStateException("a stored registration cannot be read", broken);
        }
    }
}
