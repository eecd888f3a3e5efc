package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.identity.KeyDirectory.Registration;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.ledger.Accident;
import dev.mayfly.dynamo.ledger.AuditTable;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(LocalDynamo.class)
class KeyTableTest extends KeyDirectoryContract {
    private final Database database;
    private final KeyDirectory keys;

    KeyTableTest(Database database) {
        this.database = database;
        this.keys = keys(database.client());
    }

    private KeyDirectory keys(DynamoDbClient client) {
        return new KeyTable(client, database.tables(), database.writer(client));
    }

    @Override
    KeyDirectory keys() {
        return keys;
    }

    @Override
    AuditLog log() {
        return new AuditTable(database.client(), database.tables());
    }

    @Test
    void registerIfNext_keepsOneWhenManyRegisterAtOnce() throws Exception {
        List<KeyDirectory> coordinators = List.of(keys, keys(database.client()));

        List<Registration> told =
                Together.ask(10, caller -> coordinators.get(caller % 2).registerIfNext(registration(1), CREATED));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(database.chain()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void registerIfNext_keepsTheVersionWhenUnanswered(Accident.Moment moment) {
        Registration first = registration(1);

        assertThat(keys(database.clientWith(new Accident(moment, 1))).registerIfNext(first, CREATED))
                .isEqualTo(first);

        assertThat(database.chain()).hasSize(1);
    }
}
