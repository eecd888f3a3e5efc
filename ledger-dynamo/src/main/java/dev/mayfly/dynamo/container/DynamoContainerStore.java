package dev.mayfly.dynamo.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
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
        this.quotas = new QuotaTable(client, tables, quotas, retention);
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
        List<TransactWriteItem> changes = new ArrayList<>();
        changes.add(containers.creating(container, parties));
        parties.forEach(party -> changes.add(mailboxes.adding(party, container)));
        claims.forEach(claim -> changes.add(quotas.taking(claim)));
        // Asked first, so that whoever is over a quota does not keep others from the ledger.
        Optional<Refusal> full = quotas.whyFull(claims);
        if (full.isEmpty() && ledger.record(changes, body, now)) {
            return container;
        }
        return find(container.fields().id())
                .orElseThrow(() -> full.or(() -> quotas.whyFull(claims)).orElseGet(DynamoContainerStore::overtaken));
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
        Optional<KeptContainer> found = containers.find(containerId);
        if (found.isEmpty() || found.get().container().fields().endedAt(now)) {
            return Optional.empty();
        }
        StoredContainer container = found.get().container();
        return container.state() == ContainerState.ACTIVE && !container.messageStored()
                ? storeFirst(found.get(), message, body, now)
                : messages.find(containerId);
    }

    private Optional<StoredMessage> storeFirst(
            KeptContainer kept, StoredMessage message, EntryBody.MessageSent body, long now) {
        List<Claim> claims = kept.mailbox(Role.RECEIVER).stream()
                .map(receiver -> quotas.message(receiver, message.message().length(), now))
                .toList();
        List<TransactWriteItem> changes = inMailboxes(kept, mailboxes::markingMessageStored);
        changes.add(
                messages.storing(kept.id(), message, kept.container().fields().expiresAt()));
        changes.add(containers.markingMessageStored(kept.id(), message.message().length(), now));
        claims.forEach(claim -> changes.add(quotas.taking(claim)));
        Optional<Refusal> full = quotas.whyFull(claims);
        if (full.isEmpty() && ledger.record(changes, body, now)) {
            return Optional.of(message);
        }
        Optional<StoredMessage> stored = messages.find(kept.id());
        if (stored.isEmpty()) {
            full.or(() -> quotas.whyFull(claims)).ifPresent(refusal -> {
                throw refusal;
            });
        }
        return stored;
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
            changes.addAll(freeing(read, now));
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
                : quotas.opening(mailbox.get(opener), mailbox.get(opener.other()), now);
    }

    private List<TransactWriteItem> freeing(KeptContainer read, long now) {
        List<TransactWriteItem> freed = new ArrayList<>();
        read.mailbox(read.container().fields().opener())
                .ifPresent(opener -> freed.add(quotas.freeingContainer(opener, now)));
        read.mailbox(Role.RECEIVER)
                .filter(receiver -> read.messageBytes() > 0)
                .ifPresent(receiver -> freed.add(quotas.freeingMessage(receiver, read.messageBytes(), now)));
        return freed;
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
