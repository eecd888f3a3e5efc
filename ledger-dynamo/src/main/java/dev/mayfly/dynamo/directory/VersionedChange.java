package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.schema.KeyAttribute.VERSION;

import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.util.List;
import java.util.function.LongFunction;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The parts of a transaction that adds a version and leaves no gap. */
final class VersionedChange {
    private static final long FIRST = 1;

    private VersionedChange() {}

    /**
     * Puts the item of a version that is not taken, if the version before it is there.
     *
     * @param keyOf key of the item of a version
     */
    static List<TransactWriteItem> adding(Table table, long version, LongFunction<Attributes> keyOf, Attributes item) {
        TransactWriteItem put = table.putting(Condition.absent(VERSION), item);
        if (version == FIRST) {
            return List.of(put);
        }
        return List.of(put, table.checking(Condition.present(VERSION), keyOf.apply(version - 1)));
    }
}
