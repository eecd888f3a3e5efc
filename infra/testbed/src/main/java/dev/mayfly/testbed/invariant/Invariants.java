package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.EntryBody.MessageSent;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.network.Network;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks a network whose nodes' own erasing runs are through and in which nobody writes:
 *
 * <ul>
 *   <li>the chain is unbroken and every entry allowed;
 *   <li>no state is without its entry and no entry without its state, for containers, messages, keys and registries;
 *   <li>no container is in an illegal state, and none that the sweep still has work for is forgotten by it;
 *   <li>a living container is in the mailboxes of both of its parties, and one that has ended in none;
 *   <li>a living container's nodes still hold what they signed for, so that no message is lost;
 *   <li>no share is left of what has ended, no epoch key of an epoch that is over, and erasures are recorded once.
 * </ul>
 *
 * @param nodes every node's tables, by its id
 * @param retention how long roles keep what has ended
 */
public record Invariants(
        Network network, DynamoDbClient client, Tables coordinator, Map<String, Tables> nodes, Duration retention) {

    /** What the ledger proves. */
    public LedgerReport ledger() {
        return LedgerView.read(network, new AuditTable(client, coordinator)).report();
    }

    /** What does not hold at {@code now}, seconds since the epoch, each in one line; empty when all does. */
    public List<String> violations(long now) {
        return violations(now, List.of());
    }

    /**
     * The same, when these containers' messages were acknowledged to their senders.
     *
     * @param acknowledged ids of containers
     */
    public List<String> violations(long now, Collection<Bytes> acknowledged) {
        Violations found = new Violations();
        LedgerView ledger = LedgerView.read(network, new AuditTable(client, coordinator));
        found.require(
                ledger.report().holds(),
                "ledger",
                "nothing is found, not " + ledger.report().findings());
        Map<Bytes, MessageSent> sent = ledger.bySubject(MessageSent.class);
        acknowledged.forEach(id -> found.require(sent.containsKey(id), id, "an acknowledged message has its entry"));
        requireDirectory(ledger, found);
        CoordinatorTables tables = CoordinatorTables.read(client, coordinator, retention);
        new ContainerRules(ledger, tables, retention, now, found).check();
        new MessageRules(ledger, tables, now, found).check();
        nodes.forEach((id, names) -> new NodeRules(ledger, tables, id, client, names, now, found).check());
        return found.all();
    }

    /** Keys and registries never go, so that items and entries are the same. */
    private void requireDirectory(LedgerView ledger, Violations found) {
        Items items = new Items(client, coordinator);
        Map<Boolean, List<Map<String, AttributeValue>>> keys = items.of(TableSchema.KEYS).stream()
                .collect(Collectors.partitioningBy(item -> Items.number(item, KeyAttribute.VERSION) > 0));
        found.require(
                byIndex(keys.get(true)).equals(counted(ledger.of(KeyEntry.Version.class))),
                "keys",
                "each registration is an item and an entry");
        found.require(
                byIndex(keys.get(false))
                        .keySet()
                        .equals(counted(ledger.of(KeyEntry.KeysResetRequested.class))
                                .keySet()),
                "keys",
                "the last reset is an item, and every one an entry");
        int registries = items.of(TableSchema.REGISTRY).size();
        int published = ledger.of(EntryBody.RegistryPublished.class).size();
        found.require(registries == published, "registry", "each version is an item and an entry");
    }

    private static Map<Bytes, Long> byIndex(List<Map<String, AttributeValue>> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(
                        item -> Items.bytes(item, KeyAttribute.KEY_INDEX), Collectors.counting()));
    }

    private static Map<Bytes, Long> counted(List<? extends KeyEntry> entries) {
        return entries.stream().collect(Collectors.groupingBy(KeyEntry::index, Collectors.counting()));
    }
}
