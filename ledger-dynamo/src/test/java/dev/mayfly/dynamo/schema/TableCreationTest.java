package dev.mayfly.dynamo.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
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

        assertThat(table.keySchema().stream().map(KeySchemaElement::attributeName))
                .containsExactlyElementsOf(
                        schema.keys().stream().map(KeyAttribute::name).toList());
        assertThat(ttl.attributeName()).isEqualTo(schema.ttl().orElse(null));
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

    @Test
    void tables_refusesAPrefixThatIsNoName() {
        assertThatThrownBy(() -> new Tables("a b")).isInstanceOf(IllegalArgumentException.class);
    }
}
