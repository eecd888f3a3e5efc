package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.schema.TableSchema;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One user's quotas, and what is counted. */
@ExtendWith(LocalDynamo.class)
class QuotaTest extends QuotaFixture {
    QuotaTest(Database database) {
        super(database);
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
}
