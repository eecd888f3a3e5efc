package dev.mayfly.dynamo.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DueContainers;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.quota.Quotas;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.quota.Claim;
import dev.mayfly.dynamo.quota.Counter;
import dev.mayfly.dynamo.quota.QuotaTable;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Containers on DynamoDB. Each change is the same three steps: the tables build its parts, the ledger's writer submits them
 * with their entry, and what is stored afterwards is the answer, whoever wrote it.
 */
public final class DynamoContainerStore implements ContainerStore, DueContainers {
    /** How often a counter may have changed since it was read. */
    private static final int ATTEMPTS = 8;

    private final ContainerTable containers;
    private final MessageTable messages;
    private final MailboxTable mailboxes;
    private final QuotaTable quotas;
    private final LedgerWriter ledger;

    /**
     * The containers of a coordinator.
     *
     * @param ledger the process's one writer
     * @param retention how long a container stays known to its parties after its {@code expiresAt}, whole seconds
     * @param quotas what users may open and send
     */
    public DynamoContainerStore(
            DynamoDbClient client, Tables tables, LedgerWriter ledger, Duration retention, Quotas quotas) {
        this.containers = new ContainerTable(client, tables, retention);
        this.messages = new MessageTable(client, tables);
        this.mailboxes = new MailboxTable(client, tables);
        this.quotas = new QuotaTable(client, tables, quotas);
        this.ledger = ledger;
    }

    /** The same without limits. */
    public DynamoContainerStore(DynamoDbClient client, Tables tables, LedgerWriter ledger, Duration retention) {
        this(client, tables, ledger, retention, Quotas.NONE);
    }

    @Override
    public Optional<StoredContainer> find(Bytes containerId) {
        return containers.find(containerId).map(KeptContainer::container);
    }

    @Override
    public StoredContainer createIfAbsent(
            StoredContainer container, List<Addressed> parties, EntryBody.ContainerCreated body, long now) {
        List<Claim> claims = claims(container, parties, now);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Asked first, so that whoever is over a quota does not keep others from the ledger.
            List<Counter> counters = quotas.read(claims);
            Optional<Refusal> full = QuotaTable.whyFull(counters);
            if (full.isEmpty() && ledger.record(creating(container, parties, counters), body, now)) {
                return container;
            }
            Optional<StoredContainer> kept = find(container.fields().id());
            if (kept.isPresent()) {
                return kept.get();
            }
            refuse(full);
        }
        throw overtaken();
    }

    private List<TransactWriteItem> creating(
            StoredContainer container, List<Addressed> parties, List<Counter> counters) {
        List<TransactWriteItem> changes = new ArrayList<>();
        changes.add(containers.creating(container, parties));
        parties.forEach(party -> changes.add(mailboxes.adding(party, container)));
        counters.forEach(counter -> changes.add(quotas.taking(counter)));
        return changes;
    }

    @Override
    public StoredContainer activateIfOpening(
            Bytes containerId, StoredContainer.Certificate certificate, EntryBody.ContainerActivated body, long now) {
        List<TransactWriteItem> changes = inMailboxes(require(containerId), mailboxes::activating);
        changes.add(containers.activating(containerId, certificate, now));
        ledger.record(changes, body, now);
        return stored(containerId);
    }

    @Override
    public Optional<StoredMessage> storeMessageIfFirst(
            Bytes containerId, StoredMessage message, EntryBody.MessageSent body, long now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<KeptContainer> read = containers.find(containerId);
            if (read.isEmpty() || read.get().container().fields().endedAt(now)) {
                return Optional.empty();
            }
            if (!read.get().isToBeFilled()) {
                return messages.find(containerId);
            }
            List<Counter> counters = quotas.read(claims(read.get(), message));
            Optional<Refusal> full = QuotaTable.whyFull(counters);
            if (full.isEmpty() && ledger.record(storing(read.get(), message, counters, now), body, now)) {
                return Optional.of(message);
            }
            if (full.isPresent() && messages.find(containerId).isEmpty()) {
                refuse(full);
            }
        }
        throw overtaken();
    }

    private List<TransactWriteItem> storing(
            KeptContainer read, StoredMessage message, List<Counter> counters, long now) {
        List<TransactWriteItem> changes = inMailboxes(read, mailboxes::markingMessageStored);
        changes.add(
                messages.storing(read.id(), message, read.container().fields().expiresAt()));
        changes.add(containers.markingMessageStored(read.id(), message.message().length(), now));
        counters.forEach(counter -> changes.add(quotas.taking(counter)));
        return changes;
    }

    @Override
    public Optional<StoredMessage> message(Bytes containerId) {
        return messages.find(containerId);
    }

    @Override
    public StoredContainer deliverIfActive(Bytes containerId, String end, EntryBody.ContainerDelivered body, long now) {
        return end(containerId, read -> containers.delivering(read, end, now), body, now);
    }

    @Override
    public StoredContainer revokeIfActive(Bytes containerId, String end, EntryBody.ContainerRevoked body, long now) {
        return end(containerId, read -> containers.revoking(read, end, now), body, now);
    }

    @Override
    public List<Bytes> due(long now, int limit) {
        return LongStream.range(0, TableIndex.DUE_BUCKETS)
                .boxed()
                .flatMap(bucket -> containers.dueIn(bucket, now).limit(limit))
                .limit(limit)
                .toList();
    }

    @Override
    public StoredContainer expireIfOver(Bytes containerId, EntryBody.ContainerExpired body, long now) {
        return end(
                containerId,
                read -> read.container().certificate().isPresent()
                        ? containers.expiringActive(read, now)
                        : containers.expiringNeverActivated(read, now),
                body,
                now);
    }

    @Override
    public void postpone(Bytes containerId, long when) {
        containers.postpone(containerId, when);
    }

    @Override
    public void settle(Bytes containerId) {
        containers.settle(containerId);
    }

    @Override
    public Set<Integer> recordErasuresIfNew(
            Bytes containerId, Set<Integer> ranks, EntryBody.SharesErased body, long now) {
        if (ranks.isEmpty()) {
            throw new IllegalArgumentException("an entry of erasures holds at least one");
        }
        ledger.record(List.of(containers.addingErased(containerId, ranks)), body, now);
        return containers.erasedRanks(containerId);
    }

    @Override
    public Set<Integer> erasedRanks(Bytes containerId) {
        return containers.erasedRanks(containerId);
    }

    /**
     * Records an end, which takes the container out of the mailboxes it is in and gives back what it took of quotas. A message
     * that came since the container was read took something too: then it is read again, which happens once at most.
     */
    private StoredContainer end(
            Bytes containerId, Function<KeptContainer, TransactWriteItem> ending, EntryBody body, long now) {
        KeptContainer read = require(containerId);
        while (true) {
            List<TransactWriteItem> changes = inMailboxes(read, mailboxes::removing);
            changes.addAll(freeing(read));
            changes.add(ending.apply(read));
            boolean ended = ledger.record(changes, body, now);
            KeptContainer after = require(containerId);
            if (ended || after.container().messageStored() == read.container().messageStored()) {
                return after.container();
            }
            read = after;
        }
    }

    private List<Claim> claims(StoredContainer container, List<Addressed> parties, long now) {
        Map<Role, Bytes> mailbox = parties.stream().collect(Collectors.toMap(Addressed::role, Addressed::mailbox));
        Role opener = container.fields().opener();
        return mailbox.size() < Role.values().length
                ? List.of()
                : quotas.opening(
                        mailbox.get(opener), mailbox.get(opener.other()), containers.keptUntil(container), now);
    }

    private List<Claim> claims(KeptContainer read, StoredMessage message) {
        return read.mailbox(Role.RECEIVER).stream()
                .map(receiver -> quotas.message(receiver, message.message().length(), read.until()))
                .toList();
    }

    private List<TransactWriteItem> freeing(KeptContainer read) {
        List<TransactWriteItem> freed = new ArrayList<>();
        read.mailbox(read.container().fields().opener())
                .ifPresent(opener -> freed.add(quotas.freeingContainer(opener, read.until())));
        read.mailbox(Role.RECEIVER)
                .filter(receiver -> read.messageBytes() > 0)
                .ifPresent(receiver -> freed.add(quotas.freeingMessage(receiver, read.messageBytes(), read.until())));
        return freed;
    }

    private static void refuse(Optional<Refusal> full) {
        full.ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Refusal overtaken() {
        return Refusal.retryable(ErrorCode.BUSY, "others came first", Duration.ofSeconds(1));
    }

    /** A change of the container's item in each of its mailboxes; a list that can be added to. */
    private static List<TransactWriteItem> inMailboxes(
            KeptContainer kept, BiFunction<Bytes, Bytes, TransactWriteItem> change) {
        return kept.mailboxes().values().stream()
                .map(mailbox -> change.apply(mailbox, kept.id()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private StoredContainer stored(Bytes containerId) {
        return require(containerId).container();
    }

    private KeptContainer require(Bytes containerId) {
        return containers
                .find(containerId)
                .orElseThrow(() -> Refusal.of(ErrorCode.CONTAINER_UNKNOWN, "no such container for this caller"));
    }
}
