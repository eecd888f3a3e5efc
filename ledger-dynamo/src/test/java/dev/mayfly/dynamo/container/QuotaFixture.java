package dev.mayfly.dynamo.container;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore.Addressed;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.quota.Quotas;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.schema.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of quotas do with containers of one user, and what they see in the counters. */
abstract class QuotaFixture {
    static final int PLENTY = 1000;
    static final long KEPT = DynamoContainerStoreTest.RETENTION.toSeconds();
    /** Sample containers are created at a full hour. */
    static final long NEXT_HOUR = CREATED + 3600;

    final Database database;
    final Bytes alice = Samples.bytes(32);
    final Bytes bob = Samples.bytes(32);

    QuotaFixture(Database database) {
        this.database = database;
    }

    DynamoContainerStore store(int opensPerHour, int freshNonces, int openContainers, long waitingBytes) {
        Quotas quotas = new Quotas(opensPerHour, freshNonces, openContainers, waitingBytes);
        return new DynamoContainerStore(
                database.client(), database.tables(), database.writer(), DynamoContainerStoreTest.RETENTION, quotas);
    }

    StoredContainer open(DynamoContainerStore store, Bytes peer, long now) {
        return open(store, Samples.opening(), peer, now);
    }

    StoredContainer open(DynamoContainerStore store, StoredContainer container, Bytes peer, long now) {
        List<Addressed> parties = List.of(
                new Addressed(Role.SENDER, alice, Samples.bytes(200)),
                new Addressed(Role.RECEIVER, peer, Samples.bytes(200)));
        return store.createIfAbsent(container, parties, Samples.created(container), now);
    }

    Bytes active(DynamoContainerStore store) {
        Bytes id = open(store, bob, CREATED).fields().id();
        StoredContainer.Certificate certificate = Samples.certificate();
        store.activateIfOpening(id, certificate, Samples.activated(id, certificate), CREATED + 1);
        return id;
    }

    static StoredMessage message(int length) {
        return new StoredMessage("sent", "m".repeat(length));
    }

    static void send(DynamoContainerStore store, Bytes id, int length) {
        assertThat(store.storeMessageIfFirst(id, message(length), Samples.sent(id), CREATED + 2))
                .isPresent();
    }

    static StoredContainer revoke(DynamoContainerStore store, Bytes id) {
        return store.revokeIfActive(id, "end", new EntryBody.ContainerRevoked(id, Samples.bytes(32)), CREATED + 3);
    }

    static void deliver(DynamoContainerStore store, Bytes id) {
        store.deliverIfActive(id, "end", Samples.delivered(id), CREATED + 3);
    }

    static StoredContainer expire(DynamoContainerStore store, Bytes id, long now) {
        return store.expireIfOver(id, new EntryBody.ContainerExpired(id), now);
    }

    static Refusal refused(ErrorCode code, ThrowingCallable attempt) {
        Refusal[] told = new Refusal[1];
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            told[0] = refusal;
        });
        return told[0];
    }

    /** Counters by their names, of both users together. */
    Map<String, Long> counters() {
        return database.items(TableSchema.QUOTAS).stream()
                .collect(Collectors.toMap(
                        item -> item.get("counterName").s(),
                        item -> Long.parseLong(item.get("amount").n())));
    }

    int count(TableSchema table) {
        return database.items(table).size();
    }

    Map<String, Long> ttls() {
        return database.items(TableSchema.QUOTAS).stream()
                .collect(Collectors.toMap(
                        item -> item.get("counterName").s().split("/")[0],
                        item -> Long.parseLong(item.get(TableSchema.TTL).n())));
    }
}
