package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.testbed.role.TestNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Does to every table of a testbed what DynamoDB's time to live does there, by the testbed's time: DynamoDB Local never does it
 * to a table with an index. Looks into all tables, too.
 */
final class TimeToLive {
    private static final int LONG_ENOUGH = 12;

    private final Testbed testbed;

    TimeToLive(Testbed testbed) {
        this.testbed = testbed;
    }

    /** Deletes every item whose time is over. */
    void collect() {
        forEachItem((table, item) -> {
            AttributeValue time = item.get(TableSchema.TTL);
            if (time != null && Long.parseLong(time.n()) < testbed.clocks().seconds()) {
                testbed.dynamoDb()
                        .deleteItem(delete -> delete.tableName(table.name()).key(table.keyOf(item)));
            }
        });
    }

    /** The times that items of tables that forget are to be deleted at; -1 for an item that is never. */
    List<Long> times() {
        return tables().filter(table -> table.schema.ttl().isPresent())
                .flatMap(table -> table.items(testbed).stream())
                .map(item -> item.containsKey(TableSchema.TTL)
                        ? Long.parseLong(item.get(TableSchema.TTL).n())
                        : -1)
                .toList();
    }

    /** All items of the tables of a schema, whoever owns them. */
    List<Map<String, AttributeValue>> items(TableSchema schema) {
        return tables().filter(table -> table.schema == schema)
                .flatMap(table -> table.items(testbed).stream())
                .toList();
    }

    /** The tables, a node's with the node's id before it, that hold these bytes, as they are or as base64url, anywhere. */
    Set<String> tablesWith(Bytes trace) {
        assertThat(trace.size()).as("fewer bytes are found by chance").isGreaterThanOrEqualTo(LONG_ENOUGH);
        Set<String> found = new TreeSet<>();
        Bytes text = Bytes.of(trace.toBase64Url().getBytes(StandardCharsets.US_ASCII));
        forEachItem((table, item) -> {
            byte[] all = content(item);
            if (contains(all, trace.toByteArray()) || contains(all, text.toByteArray())) {
                found.add(table.label + table.schema.baseName());
            }
        });
        return found;
    }

    private record OneTable(String label, Tables tables, TableSchema schema) {
        String name() {
            return tables.name(schema);
        }

        List<Map<String, AttributeValue>> items(Testbed testbed) {
            return testbed
                    .dynamoDb()
                    .scanPaginator(scan -> scan.tableName(name()).consistentRead(true))
                    .items()
                    .stream()
                    .toList();
        }

        Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
            return schema.keys().stream().collect(Collectors.toMap(KeyAttribute::name, key -> item.get(key.name())));
        }
    }

    private Stream<OneTable> tables() {
        Tables coordinator = testbed.coordinator().tables();
        return Stream.concat(
                TableSchema.ofCoordinator().stream().map(schema -> new OneTable("", coordinator, schema)),
                testbed.nodes().stream().flatMap(TimeToLive::ofNode));
    }

    private static Stream<OneTable> ofNode(TestNode node) {
        return TableSchema.ofNode().stream().map(schema -> new OneTable(node.id() + "-", node.tables(), schema));
    }

    private void forEachItem(BiConsumer<OneTable, Map<String, AttributeValue>> look) {
        tables().forEach(table -> table.items(testbed).forEach(item -> look.accept(table, item)));
    }

    private static byte[] content(Map<String, AttributeValue> item) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        item.values().forEach(value -> write(value, all));
        return all.toByteArray();
    }

    private static void write(AttributeValue value, ByteArrayOutputStream out) {
        switch (value.type()) {
            case B -> out.writeBytes(value.b().asByteArray());
            case L -> value.l().forEach(element -> write(element, out));
            case M -> value.m().values().forEach(element -> write(element, out));
            case S -> out.writeBytes(value.s().getBytes(StandardCharsets.UTF_8));
            default -> {
                // Numbers and flags hold no bytes of anybody's.
            }
        }
        out.write(0);
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
