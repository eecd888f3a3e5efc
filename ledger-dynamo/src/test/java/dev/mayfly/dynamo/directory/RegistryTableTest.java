package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.ledger.Accident;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(LocalDynamo.class)
class RegistryTableTest {
    private final Database database;
    private final RegistryStore registry;

    RegistryTableTest(Database database) {
        this.database = database;
        this.registry = registry(database.client());
    }

    private RegistryStore registry(DynamoDbClient client) {
        return new RegistryTable(client, database.tables(), database.writer(client), Samples.NETWORK);
    }

    private static Optional<String> publish(RegistryStore registry, long version, String statement) {
        return registry.publishIfNext(version, new EntryBody.RegistryPublished(statement), CREATED);
    }

    @Test
    void newest_emptyBeforeTheFirst() {
        assertThat(registry.newest()).isEmpty();
        assertThat(registry.find(1)).isEmpty();
    }

    @Test
    void publishIfNext_keepsEveryVersionAndItsEntry() {
        assertThat(publish(registry, 1, "one")).contains("one");
        assertThat(publish(registry, 2, "two")).contains("two");

        assertThat(registry.newest()).contains("two");
        assertThat(registry.find(1)).contains("one");
        assertThat(Chain.types(database.chain())).containsExactly("REGISTRY_PUBLISHED", "REGISTRY_PUBLISHED");
    }

    @Test
    void publishIfNext_returnsTheFirstWhenTheVersionIsTaken() {
        publish(registry, 1, "one");

        assertThat(publish(registry, 1, "one")).contains("one");
        assertThat(publish(registry, 1, "another")).contains("one");
        assertThat(database.chain()).hasSize(1);
    }

    @Test
    void publishIfNext_emptyWhenAVersionIsLeftOut() {
        assertThat(publish(registry, 0, "zero")).isEmpty();
        assertThat(publish(registry, 2, "two")).isEmpty();
        assertThat(database.chain()).isEmpty();
    }

    @Test
    void publishIfNext_keepsOneWhenManyPublishAtOnce() throws Exception {
        List<RegistryStore> coordinators = List.of(registry, registry(database.client()));

        List<Optional<String>> told =
                Together.ask(10, caller -> publish(coordinators.get(caller % 2), 1, "by caller " + caller));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(database.chain()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void publishIfNext_keepsTheVersionWhenUnanswered(Accident.Moment moment) {
        assertThat(publish(registry(database.clientWith(new Accident(moment, 1))), 1, "one"))
                .contains("one");

        assertThat(database.chain()).hasSize(1);
    }
}
