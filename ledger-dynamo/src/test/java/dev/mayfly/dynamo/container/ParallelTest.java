package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.schema.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hundred callers at four coordinators that share nothing but the tables. */
@ExtendWith(LocalDynamo.class)
class ParallelTest {
    private static final int CALLERS = 100;

    private final Database database;
    private final List<ContainerStore> coordinators;
    private final List<Addressed> parties = Samples.addressed();

    ParallelTest(Database database) {
        this.database = database;
        this.coordinators =
                Stream.generate(() -> coordinator(database)).limit(4).toList();
    }

    private static ContainerStore coordinator(Database database) {
        return new DynamoContainerStore(
                database.client(), database.tables(), database.writer(), DynamoContainerStoreTest.RETENTION);
    }

    private ContainerStore coordinator(int caller) {
        return coordinators.get(caller % coordinators.size());
    }

    private StoredContainer open(int caller, StoredContainer container) {
        return coordinator(caller).createIfAbsent(container, parties, Samples.created(container), CREATED);
    }

    private Bytes active() {
        Bytes id = open(0, Samples.opening()).fields().id();
        StoredContainer.Certificate certificate = Samples.certificate();
        coordinator(0).activateIfOpening(id, certificate, Samples.activated(id, certificate), CREATED + 1);
        return id;
    }

    private List<String> entries() {
        return Chain.types(database.chain());
    }

    @Test
    void createIfAbsent_leavesOneContainerAndOneEntryWhenAllOpenTheSame() throws Exception {
        StoredContainer first = Samples.opening();

        List<StoredContainer> kept = Together.ask(
                CALLERS, caller -> open(caller, Samples.opening(first.fields(), "open by caller " + caller)));

        assertThat(new HashSet<>(kept)).hasSize(1);
        assertThat(database.items(TableSchema.CONTAINERS)).hasSize(1);
        assertThat(entries()).containsExactly("CONTAINER_CREATED");
    }

    @Test
    void createIfAbsent_leavesAnUnbrokenChainWhenAllOpenTheirOwn() throws Exception {
        List<StoredContainer> containers =
                Stream.generate(Samples::opening).limit(CALLERS).toList();

        List<StoredContainer> kept = Together.ask(CALLERS, caller -> open(caller, containers.get(caller)));

        assertThat(kept).isEqualTo(containers);
        assertThat(database.chain())
                .extracting(entry -> entry.subject())
                .containsExactlyInAnyOrderElementsOf(containers.stream()
                        .map(container -> container.fields().id())
                        .toList());
    }

    @Test
    void activateIfOpening_tellsEverybodyOfTheSameDealing() throws Exception {
        Bytes id = open(0, Samples.opening()).fields().id();
        List<StoredContainer.Certificate> dealings = List.of(Samples.certificate(), Samples.certificate());

        List<StoredContainer> told = Together.ask(20, caller -> {
            StoredContainer.Certificate certificate = dealings.get(caller % 2);
            return coordinator(caller / 2)
                    .activateIfOpening(id, certificate, Samples.activated(id, certificate), CREATED + 1);
        });

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(told.get(0).certificate().orElseThrow()).isIn(dealings);
        assertThat(entries()).containsExactly("CONTAINER_CREATED", "CONTAINER_ACTIVATED");
    }

    @Test
    void storeMessageIfFirst_tellsEverybodyOfTheSameMessage() throws Exception {
        Bytes id = active();

        List<Optional<StoredMessage>> told = Together.ask(
                20,
                caller ->
                        coordinator(caller).storeMessageIfFirst(id, Samples.message(), Samples.sent(id), CREATED + 2));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(told.get(0)).isPresent();
        assertThat(entries()).endsWith("MESSAGE_SENT").hasSize(3);
    }

    @Test
    void deliverIfActive_deliversOnce() throws Exception {
        Bytes id = active();
        coordinator(0).storeMessageIfFirst(id, Samples.message(), Samples.sent(id), CREATED + 2);

        List<StoredContainer> told = Together.ask(
                20,
                caller -> coordinator(caller)
                        .deliverIfActive(id, "end by caller " + caller, Samples.delivered(id), CREATED + 3));

        assertThat(new HashSet<>(told)).hasSize(1);
        assertThat(told.get(0).state()).isEqualTo(ContainerState.DELIVERED);
        assertThat(entries()).endsWith("CONTAINER_DELIVERED").hasSize(4);
    }

    @Test
    void recordErasuresIfNew_recordsEachRankOnce() throws Exception {
        Bytes id = active();

        Together.ask(
                20,
                caller -> coordinator(caller)
                        .recordErasuresIfNew(
                                id, Set.of(1 + caller % 5), Samples.erased(id, 1 + caller % 5), CREATED + 4));

        assertThat(coordinator(0).erasedRanks(id)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(entries().stream().filter("SHARES_ERASED"::equals)).hasSize(5);
    }
}
