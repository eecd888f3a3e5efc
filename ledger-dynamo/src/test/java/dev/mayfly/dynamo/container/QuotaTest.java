package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.quota.Quotas;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.Together;
import dev.mayfly.dynamo.schema.TableSchema;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One user's quotas, at one coordinator and at four that share nothing but the tables. */
@ExtendWith(LocalDynamo.class)
class QuotaTest {
    private static final int PLENTY = 1000;
    private static final long KEPT = DynamoContainerStoreTest.RETENTION.toSeconds();
    /** Sample containers are created at a full hour. */
    private static final long NEXT_HOUR = CREATED + 3600;

    private final Database database;
    private final Bytes alice = Samples.bytes(32);
    private final Bytes bob = Samples.bytes(32);

    QuotaTest(Database database) {
        this.database = database;
    }

    private DynamoContainerStore store(int opensPerHour, int freshNonces, int openContainers, long waitingBytes) {
        Quotas quotas = new Quotas(opensPerHour, freshNonces, openContainers, waitingBytes);
        return new DynamoContainerStore(
                database.client(), database.tables(), database.writer(), DynamoContainerStoreTest.RETENTION, quotas);
    }

    private StoredContainer open(DynamoContainerStore store, Bytes peer, long now) {
        return open(store, Samples.opening(), peer, now);
    }

    private StoredContainer open(DynamoContainerStore store, StoredContainer container, Bytes peer, long now) {
        List<Addressed> parties = List.of(
                new Addressed(Role.SENDER, alice, Samples.bytes(200)),
                new Addressed(Role.RECEIVER, peer, Samples.bytes(200)));
        return store.createIfAbsent(container, parties, Samples.created(container), now);
    }

    private Bytes active(DynamoContainerStore store) {
        Bytes id = open(store, bob, CREATED).fields().id();
        StoredContainer.Certificate certificate = Samples.certificate();
        store.activateIfOpening(id, certificate, Samples.activated(id, certificate), CREATED + 1);
        return id;
    }

    private static StoredMessage message(int length) {
        return new StoredMessage("sent", "m".repeat(length));
    }

    private static void send(DynamoContainerStore store, Bytes id, int length) {
        assertThat(store.storeMessageIfFirst(id, message(length), Samples.sent(id), CREATED + 2))
                .isPresent();
    }

    private static StoredContainer revoke(DynamoContainerStore store, Bytes id) {
        return store.revokeIfActive(id, "end", new EntryBody.ContainerRevoked(id, Samples.bytes(32)), CREATED + 3);
    }

    private static void deliver(DynamoContainerStore store, Bytes id) {
        store.deliverIfActive(id, "end", Samples.delivered(id), CREATED + 3);
    }

    private static StoredContainer expire(DynamoContainerStore store, Bytes id, long now) {
        return store.expireIfOver(id, new EntryBody.ContainerExpired(id), now);
    }

    private static Refusal refused(ErrorCode code, ThrowingCallable attempt) {
        Refusal[] told = new Refusal[1];
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            told[0] = refusal;
        });
        return told[0];
    }

    /** Counters by their names, of both users together. */
    private Map<String, Long> counters() {
        return database.items(TableSchema.QUOTAS).stream()
                .collect(Collectors.toMap(
                        item -> item.get("counterName").s(),
                        item -> Long.parseLong(item.get("amount").n())));
    }

    private int count(TableSchema table) {
        return database.items(table).size();
    }

    @Test
    void createIfAbsent_isRefusedWhenTheHourIsUsedUp() {
        DynamoContainerStore store = store(3, PLENTY, PLENTY, PLENTY);
        IntStream.range(0, 3).forEach(i -> open(store, Samples.bytes(32), CREATED));

        Refusal refusal = refused(ErrorCode.QUOTA_EXCEEDED, () -> open(store, Samples.bytes(32), CREATED + 600));

        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(3000));
        refused(ErrorCode.QUOTA_EXCEEDED, () -> open(store, Samples.bytes(32), NEXT_HOUR - 1));
        open(store, Samples.bytes(32), NEXT_HOUR);
    }

    @Test
    void createIfAbsent_isRefusedAfterTooManyDrawsForOnePeerInAnHour() {
        DynamoContainerStore store = store(PLENTY, 2, PLENTY, PLENTY);
        open(store, bob, CREATED);
        open(store, bob, CREATED + 1);

        refused(ErrorCode.QUOTA_EXCEEDED, () -> open(store, bob, NEXT_HOUR - 1));
        open(store, Samples.bytes(32), CREATED + 2);
        open(store, bob, NEXT_HOUR);
    }

    @Test
    void createIfAbsent_changesNothingWhenRefused() {
        DynamoContainerStore store = store(PLENTY, 2, PLENTY, PLENTY);
        open(store, bob, CREATED);
        open(store, bob, CREATED);
        Map<String, Long> before = counters();

        refused(ErrorCode.QUOTA_EXCEEDED, () -> open(store, bob, CREATED));

        assertThat(counters()).isEqualTo(before);
        assertThat(count(TableSchema.CONTAINERS)).isEqualTo(2);
        assertThat(count(TableSchema.MAILBOX)).isEqualTo(4);
        assertThat(database.chain()).hasSize(2);
    }

    @Test
    void createIfAbsent_isNeitherCountedNorRefusedWhenRepeated() {
        DynamoContainerStore store = store(1, 1, 1, PLENTY);
        StoredContainer first = open(store, bob, CREATED);
        Map<String, Long> before = counters();

        assertThat(open(store, first, bob, CREATED + 1)).isEqualTo(first);

        assertThat(counters()).isEqualTo(before);
    }

    @Test
    void createIfAbsent_isRefusedWhileTooManyContainersAreOpen() {
        DynamoContainerStore store = store(PLENTY, PLENTY, 4, PLENTY);
        Bytes revoked = active(store);
        Bytes delivered = active(store);
        Bytes expired = active(store);
        Bytes abandoned = open(store, bob, CREATED).fields().id();
        Supplier<StoredContainer> another = () -> open(store, bob, CREATED);
        refused(ErrorCode.QUOTA_EXCEEDED, another::get);

        revoke(store, revoked);
        another.get();
        refused(ErrorCode.QUOTA_EXCEEDED, another::get);
        send(store, delivered, 100);
        deliver(store, delivered);
        another.get();
        expire(store, abandoned, CREATED + ContainerState.OPENING_SECONDS);
        another.get();
        expire(store, expired, EXPIRES);
        another.get();
        refused(ErrorCode.QUOTA_EXCEEDED, another::get);
    }

    @Test
    void endings_giveBackOnceWhatWasTaken() {
        DynamoContainerStore store = store(PLENTY, PLENTY, PLENTY, PLENTY);
        Bytes id = active(store);
        send(store, id, 100);
        assertThat(counters()).containsEntry("containers", 1L).containsEntry("bytes", 100L);

        deliver(store, id);
        deliver(store, id);
        revoke(store, id);
        expire(store, id, EXPIRES);

        assertThat(counters()).containsEntry("containers", 0L).containsEntry("bytes", 0L);
    }

    @Test
    void storeMessageIfFirst_isRefusedWhileTheMailboxHasNoRoom() {
        DynamoContainerStore store = store(PLENTY, PLENTY, PLENTY, 1000);
        Bytes first = active(store);
        Bytes second = active(store);
        send(store, first, 600);

        Refusal refusal = refused(ErrorCode.MAILBOX_FULL, () -> send(store, second, 401));

        assertThat(refusal.retryAfter()).isPresent();
        assertThat(store.message(second)).isEmpty();
        assertThat(counters()).containsEntry("bytes", 600L);
        assertThat(store.storeMessageIfFirst(first, message(600), Samples.sent(first), CREATED + 2))
                .as("a repeated message is neither counted nor refused")
                .isPresent();
        deliver(store, first);
        send(store, second, 1000);
    }

    @Test
    void storeMessageIfFirst_isRefusedWhenTheMailboxCouldNeverHoldIt() {
        DynamoContainerStore store = store(PLENTY, PLENTY, PLENTY, 1000);
        Bytes id = active(store);

        refused(ErrorCode.MAILBOX_FULL, () -> send(store, id, 1001));
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
    void timeToLive_isAfterEverythingThatWasCounted() {
        DynamoContainerStore store = store(PLENTY, PLENTY, PLENTY, PLENTY);
        send(store, active(store), 10);

        assertThat(ttls())
                .containsOnly(
                        Map.entry("opens", NEXT_HOUR + 3600),
                        Map.entry("nonces", NEXT_HOUR + 3600),
                        Map.entry("containers", EXPIRES + KEPT),
                        Map.entry("bytes", EXPIRES + KEPT));
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

    private Map<String, Long> ttls() {
        return database.items(TableSchema.QUOTAS).stream()
                .collect(Collectors.toMap(
                        item -> item.get("counterName").s().split("/")[0],
                        item -> Long.parseLong(item.get(TableSchema.TTL).n())));
    }
}
