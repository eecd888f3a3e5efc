package dev.mayfly.dynamo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.registry.RegistryStore;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.ledger.Accident;
import dev.mayfly.dynamo.ledger.AuditTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(LocalDynamo.class)
class RegistryTableTest extends RegistryStoreContract {
    private final Database database;
    private final RegistryStore registry;

    RegistryTableTest(Database database) {
        this.database = database;
        this.registry = registry(database.client());
    }

    private RegistryStore registry(DynamoDbClient client) {
        return new RegistryTable(client, database.tables(), database.writer(client), Samples.NETWORK);
    }

    @Override
    RegistryStore registry() {
        return registry;
    }

    @Override
    AuditLog log() {
        return new AuditTable(database.client(), database.tables());
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
