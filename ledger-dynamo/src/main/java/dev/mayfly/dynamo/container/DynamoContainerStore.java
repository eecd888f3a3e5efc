package dev.mayfly.dynamo.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.DueContainers;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.TableIndex;
import dev.mayfly.dynamo.schema.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
    private final LedgerWriter ledger;

    /**
     * The containers of a coordinator.
     *
     * @param ledger the process's one writer
     * @param retention how long a container stays known to its parties after its {@code expiresAt}, whole seconds
     */
    public DynamoContainerStore(DynamoDbClient client, Tables tables, LedgerWriter ledger, Duration retention) {
        this.containers = new ContainerTable(client, tables, retention);
        this.messages = new MessageTable(client, tables);
        this.mailboxes = new MailboxTable(client, tables);
        this.ledger = ledger;
    }

    @Override
    public Optional<StoredContainer> find(Bytes containerId) {
        return containers.find(containerId).map(KeptContainer::container);
    }

    @Override
    public StoredContainer createIfAbsent(
            StoredContainer container, List<Addressed> parties, EntryBody.ContainerCreated body, long now) {
        Bytes id = container.fields().id();
        List<TransactWriteItem> changes = new ArrayList<>();
        changes.add(containers.creating(container, parties));
        parties.forEach(party -> changes.add(mailboxes.adding(party, container)));
        return ledger.record(changes, body, now) ? container : stored(id);
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
        if (container.state() == ContainerState.ACTIVE && !container.messageStored()) {
            List<TransactWriteItem> changes = inMailboxes(found.get(), mailboxes::markingMessageStored);
            changes.add(
                    messages.storing(containerId, message, container.fields().expiresAt()));
            changes.add(containers.markingMessageStored(containerId, now));
            ledger.record(changes, body, now);
        }
        return messages.find(containerId);
    }

    @Override
    public Optional<StoredMessage> message(Bytes containerId) {
        return messages.find(containerId);
    }

    @Override
    public StoredContainer deliverIfActive(Bytes containerId, String end, EntryBody.ContainerDelivered body, long now) {
        return end(require(containerId), containers.delivering(containerId, end, now), body, now);
    }

    @Override
    public StoredContainer revokeIfActive(Bytes containerId, String end, EntryBody.ContainerRevoked body, long now) {
        return end(require(containerId), containers.revoking(containerId, end, now), body, now);
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
        KeptContainer kept = require(containerId);
        TransactWriteItem expiring = kept.container().certificate().isPresent()
                ? containers.expiringActive(containerId, now)
                : containers.expiringNeverActivated(containerId, now);
        return end(kept, expiring, body, now);
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

    /** Records an end, which takes the container out of the mailboxes it is in. */
    private StoredContainer end(KeptContainer kept, TransactWriteItem ending, EntryBody body, long now) {
        List<TransactWriteItem> changes = inMailboxes(kept, mailboxes::removing);
        changes.add(ending);
        ledger.record(changes, body, now);
        return stored(kept.container().fields().id());
    }

    /** A change of the container's item in each of its mailboxes; a list that can be added to. */
    private static List<TransactWriteItem> inMailboxes(
            KeptContainer kept, BiFunction<Bytes, Bytes, TransactWriteItem> change) {
        Bytes id = kept.container().fields().id();
        return kept.mailboxes().values().stream()
                .map(mailbox -> change.apply(mailbox, id))
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
