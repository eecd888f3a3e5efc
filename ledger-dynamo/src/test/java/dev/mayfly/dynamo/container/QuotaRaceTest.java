package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.schema.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One user's quotas at coordinators that share nothing but the tables. */
@ExtendWith(LocalDynamo.class)
class QuotaRaceTest extends QuotaFixture {
    QuotaRaceTest(Database database) {
        super(database);
    }

    @Test
    void createIfAbsent_neverExceedsAnyQuotaWhenManyOpenAtOnce() throws Exception {
        assertRace(7, 7, PLENTY, PLENTY);
        assertRace(5, PLENTY, 5, PLENTY);
        assertRace(3, PLENTY, PLENTY, 3);
    }

    /** Forty opens of their own by one user, at four coordinators. */
    private void assertRace(int expected, int opens, int nonces, int containers) throws Exception {
        int before = count(TableSchema.CONTAINERS);
        Bytes user = Samples.bytes(32);
        List<DynamoContainerStore> coordinators = Stream.generate(() -> store(opens, nonces, containers, PLENTY))
                .limit(4)
                .toList();

        List<String> told = Together.ask(40, caller -> openAs(user, coordinators.get(caller % 4)));

        assertThat(told).filteredOn("opened"::equals).hasSize(expected);
        assertThat(new HashSet<>(told)).containsExactlyInAnyOrder("opened", "QUOTA_EXCEEDED");
        assertThat(count(TableSchema.CONTAINERS)).isEqualTo(before + expected);
    }

    private String openAs(Bytes user, DynamoContainerStore coordinator) {
        StoredContainer container = Samples.opening();
        List<Addressed> parties = List.of(
                new Addressed(Role.SENDER, user, Samples.bytes(200)),
                new Addressed(Role.RECEIVER, bob, Samples.bytes(200)));
        try {
            coordinator.createIfAbsent(container, parties, Samples.created(container), CREATED);
            return "opened";
        } catch (Refusal refusal) {
            return refusal.code().name();
        }
    }

    @Test
    void createIfAbsent_answersEverybodyWhoRepeatsTheLastOpenOfAQuota() throws Exception {
        List<DynamoContainerStore> coordinators =
                Stream.generate(() -> store(1, 1, 1, PLENTY)).limit(4).toList();
        StoredContainer container = Samples.opening();

        List<StoredContainer> told =
                Together.ask(40, caller -> open(coordinators.get(caller % 4), container, bob, CREATED));

        assertThat(new HashSet<>(told)).containsExactly(container);
        assertThat(counters().values()).containsOnly(1L);
    }

    @Test
    void storeMessageIfFirst_neverExceedsTheMailboxWhenManySendAtOnce() throws Exception {
        List<DynamoContainerStore> coordinators = Stream.generate(() -> store(PLENTY, PLENTY, PLENTY, 1000))
                .limit(4)
                .toList();
        List<Bytes> ids =
                Stream.generate(() -> active(coordinators.get(0))).limit(20).toList();

        List<String> told = Together.ask(20, caller -> {
            try {
                send(coordinators.get(caller % 4), ids.get(caller), 300);
                return "stored";
            } catch (Refusal refusal) {
                return refusal.code().name();
            }
        });

        assertThat(told).filteredOn("stored"::equals).hasSize(3);
        assertThat(new HashSet<>(told)).containsExactlyInAnyOrder("stored", "MAILBOX_FULL");
        assertThat(counters()).containsEntry("bytes", 900L);
        assertThat(Chain.types(database.chain()))
                .filteredOn("MESSAGE_SENT"::equals)
                .hasSize(3);
    }

    /** Whether the message or the end is first: what a message took is given back, and never anything else. */
    @Test
    void endings_giveBackWhatAMessageTookThatCameMeanwhile() throws Exception {
        DynamoContainerStore store = store(PLENTY, PLENTY, PLENTY, PLENTY);
        DynamoContainerStore other = store(PLENTY, PLENTY, PLENTY, PLENTY);
        List<Bytes> ids = Stream.generate(() -> active(store)).limit(25).toList();

        Together.ask(50, caller -> {
            Bytes id = ids.get(caller / 2);
            return caller % 2 == 0
                    ? store.storeMessageIfFirst(id, message(10), Samples.sent(id), CREATED + 2)
                    : revoke(other, id).state();
        });

        assertThat(ids)
                .allSatisfy(
                        id -> assertThat(store.find(id).orElseThrow().state()).isEqualTo(ContainerState.REVOKED));
        assertThat(counters()).containsEntry("containers", 0L);
        assertThat(counters().getOrDefault("bytes", 0L)).isZero();
    }

    @Test
    void timeToLive_isThatOfTheLastContainerToEndHoweverManyAreOpenedAtOnce() throws Exception {
        DynamoContainerStore store = store(PLENTY, PLENTY, PLENTY, PLENTY);
        DynamoContainerStore other = store(PLENTY, PLENTY, PLENTY, PLENTY);

        Together.ask(
                20, caller -> open(caller % 2 == 0 ? store : other, Samples.opening(EXPIRES + caller), bob, CREATED));

        open(store, Samples.opening(EXPIRES + 1), bob, CREATED);
        assertThat(counters()).containsEntry("containers", 21L);
        assertThat(ttls()).containsEntry("containers", EXPIRES + 19 + KEPT);
    }
}
