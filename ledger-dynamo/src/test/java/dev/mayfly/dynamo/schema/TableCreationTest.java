package dev.mayfly.dynamo.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

@ExtendWith(LocalDynamo.class)
class TableCreationTest {
    private final Database database;

    TableCreationTest(Database database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource
    void createTables_givesATableItsKeysAndTimeToLive(TableSchema schema) {
        String name = database.tables().name(schema);

        TableDescription table =
                database.client().describeTable(ask -> ask.tableName(name)).table();
        TimeToLiveDescription ttl =
                database.client().describeTimeToLive(ask -> ask.tableName(name)).timeToLiveDescription();

        assertThat(names(table.keySchema()))
                .containsExactlyElementsOf(
                        schema.keys().stream().map(KeyAttribute::name).toList());
        assertThat(ttl.attributeName()).isEqualTo(schema.ttl().orElse(null));
    }

    @ParameterizedTest
    @EnumSource
    void createTables_givesATableItsIndexOfKeysOnly(TableSchema schema) {
        TableDescription table = database.client()
                .describeTable(ask -> ask.tableName(database.tables().name(schema)))
                .table();

        assertThat(table.globalSecondaryIndexes())
                .extracting(
                        GlobalSecondaryIndexDescription::indexName,
                        index -> names(index.keySchema()),
                        index -> index.projection().projectionType())
                .containsExactlyElementsOf(schema.index().stream()
                        .map(index -> tuple(
                                index.name(),
                                List.of(index.partition().name(), index.sort().name()),
                                ProjectionType.KEYS_ONLY))
                        .toList());
    }

    @Test
    void createTables_doesNothingWhenTheyExist() {
        TableCreation.createTables(database.client(), database.tables(), TableSchema.ofNode());

        assertThat(database.items(TableSchema.SHARES)).isEmpty();
    }

    @Test
    void ofCoordinatorAndOfNode_shareNoTableAndLeaveNoneOut() {
        List<TableSchema> owned = Stream.concat(TableSchema.ofCoordinator().stream(), TableSchema.ofNode().stream())
                .toList();

        assertThat(owned).containsExactlyInAnyOrder(TableSchema.values());
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }

    @Test
    void tables_refusesAPrefixThatIsNoName() {
        assertThatThrownBy(() -> new Tables("a b")).isInstanceOf(IllegalArgumentException.class);
    }
}
