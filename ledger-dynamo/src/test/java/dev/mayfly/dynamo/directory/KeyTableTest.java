package dev.mayfly.dynamo.directory;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.ledger.Accident;
import dev.mayfly.dynamo.ledger.AuditTable;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
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

        List<KeyHistory> told =
                Together.ask(10, caller -> coordinators.get(caller % 2).registerIfNext(first(), CREATED));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(database.chain()).hasSize(1);
    }

    @Test
    void registerIfNext_keepsOneWhenManyRotateAtOnce() throws Exception {
        Registration first = registered();

        List<KeyHistory> told = Together.ask(10, caller -> keys.registerIfNext(after(first), CREATED));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(told.get(0).versions()).hasSize(2);
        assertThat(database.chain()).hasSize(2);
    }

    /** One coordinator's clock says that the reset is due, another's that it is not: whoever is first, there is one outcome. */
    @RepeatedTest(5)
    void resetIfDue_andEverythingElseAtOnceHaveOneOutcome() throws Exception {
        Registration first = registered();
        ResetRequest reset = waitingFor(first);
        long due = reset.entry().effectiveAt();
        Registration second = after(first);

        Together.ask(9, caller -> switch (caller % 3) {
            case 0 -> keys.resetIfDue(reset, due);
            case 1 -> keys.registerIfNext(second, due - 1);
            default -> cancel(reset, due - 1);
        });

        KeyHistory history = keys.find(reset.entry().index());
        List<String> types = Chain.types(database.chain());
        assertThat(history.versions()).hasSize(2);
        assertThat(history.waiting()).isEmpty();
        assertThat(types).hasSize(types.contains("KEYS_RESET_CANCELLED") ? 4 : 3);
        assertThat(types.contains("KEYS_RESET") && types.contains("KEYS_RESET_CANCELLED"))
                .isFalse();
        assertThat(history.newest().orElseThrow()).isEqualTo(types.contains("KEYS_RESET") ? reset.effect() : second);
    }

    @ParameterizedTest
    @EnumSource
    void everyChange_isMadeOnceWhenUnanswered(Accident.Moment moment) {
        Registration first = registered();
        KeyDirectory unlucky = keys(database.clientWith(new Accident(moment, 1)));
        ResetRequest reset = resetOf(first);
        assertThat(unlucky.requestResetIfNoneWaits(reset, CREATED).waiting()).contains(reset);

        unlucky = keys(database.clientWith(new Accident(moment, 1)));
        long due = reset.entry().effectiveAt();
        assertThat(unlucky.resetIfDue(reset, due).newest()).contains(reset.effect());

        unlucky = keys(database.clientWith(new Accident(moment, 1)));
        Registration third = after(reset.effect());
        assertThat(unlucky.registerIfNext(third, due).newest()).contains(third);
        assertThat(Chain.types(database.chain()))
                .containsExactly("KEYS_REGISTERED", "KEYS_RESET_REQUESTED", "KEYS_RESET", "KEYS_REGISTERED");
    }
}
