package dev.mayfly.dynamo.ledger;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.container.DynamoContainerStore;
import dev.mayfly.dynamo.schema.TableSchema;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every change failed once before, within and after its effect: the caller gets the outcome, the ledger one entry. */
@ExtendWith(LocalDynamo.class)
class UnansweredTest {
    private static final int FOR_GOOD = 1000;

    private final Database database;
    private final ContainerStore sound;
    private final StoredContainer container = Samples.opening();
    private final Bytes id = container.fields().id();
    private final StoredContainer.Certificate certificate = Samples.certificate();
    private final StoredMessage message = Samples.message();

    UnansweredTest(Database database) {
        this.database = database;
        this.sound = store(database.client());
    }

    private ContainerStore store(DynamoDbClient client) {
        return new DynamoContainerStore(client, database.tables(), database.writer(client), Duration.ofDays(1));
    }

    private ContainerStore struck(Accident.Moment moment, int times) {
        return store(database.clientWith(new Accident(moment, times)));
    }

    private StoredContainer open(ContainerStore store) {
        return store.createIfAbsent(container, Samples.addressed(), Samples.created(container), CREATED);
    }

    private StoredContainer activate(ContainerStore store) {
        return store.activateIfOpening(id, certificate, Samples.activated(id, certificate), CREATED + 1);
    }

    private void prepareMessage() {
        open(sound);
        activate(sound);
        sound.storeMessageIfFirst(id, message, Samples.sent(id), CREATED + 2);
    }

    private void assertEntries(String... types) {
        assertThat(Chain.types(database.chain())).containsExactly(types);
    }

    @ParameterizedTest
    @EnumSource
    void createIfAbsent_keepsOneContainer(Accident.Moment moment) {
        assertThat(open(struck(moment, 1))).isEqualTo(container);

        assertThat(sound.find(id)).contains(container);
        assertEntries("CONTAINER_CREATED");
        assertThat(database.items(TableSchema.QUOTAS))
                .allSatisfy(counter -> assertThat(counter.get("amount").n()).isEqualTo("1"))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void activateIfOpening_isActive(Accident.Moment moment) {
        open(sound);

        assertThat(activate(struck(moment, 1)).certificate()).contains(certificate);

        assertEntries("CONTAINER_CREATED", "CONTAINER_ACTIVATED");
    }

    @ParameterizedTest
    @EnumSource
    void storeMessageIfFirst_keepsTheMessage(Accident.Moment moment) {
        open(sound);
        activate(sound);

        assertThat(struck(moment, 1).storeMessageIfFirst(id, message, Samples.sent(id), CREATED + 2))
                .contains(message);

        assertEntries("CONTAINER_CREATED", "CONTAINER_ACTIVATED", "MESSAGE_SENT");
    }

    @ParameterizedTest
    @EnumSource
    void deliverIfActive_isDelivered(Accident.Moment moment) {
        prepareMessage();

        StoredContainer told = struck(moment, 1).deliverIfActive(id, "end", Samples.delivered(id), CREATED + 3);

        assertThat(told.state()).isEqualTo(ContainerState.DELIVERED);
        assertEntries("CONTAINER_CREATED", "CONTAINER_ACTIVATED", "MESSAGE_SENT", "CONTAINER_DELIVERED");
    }

    @ParameterizedTest
    @EnumSource
    void recordErasuresIfNew_recordsThem(Accident.Moment moment) {
        open(sound);

        assertThat(struck(moment, 1).recordErasuresIfNew(id, Set.of(1, 2), Samples.erased(id, 1, 2), EXPIRES))
                .containsExactlyInAnyOrder(1, 2);

        assertEntries("CONTAINER_CREATED", "SHARES_ERASED");
    }

    @Test
    void createIfAbsent_failsAndWritesNothingWhenTheLineStaysDead() {
        assertThatThrownBy(() -> open(struck(Accident.Moment.BEFORE, FOR_GOOD))).isInstanceOf(SdkClientException.class);

        assertThat(database.items(TableSchema.CONTAINERS)).isEmpty();
        assertThat(database.chain()).isEmpty();
    }

    @Test
    void createIfAbsent_keepsOneContainerWhenNoAnswerEverArrives() {
        assertThat(open(struck(Accident.Moment.AFTER, FOR_GOOD))).isEqualTo(container);

        assertThat(database.items(TableSchema.CONTAINERS)).hasSize(1);
        assertEntries("CONTAINER_CREATED");
    }
}
