package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.StoredContainer.Certificate;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.dynamo.node.ShareTable;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One node's shares and keys. */
final class NodeRules {
    private final Map<Bytes, LedgerReport.Trail> trails;
    private final CoordinatorTables tables;
    private final String nodeId;
    private final Items items;
    private final ShareTable shares;
    private final long now;
    private final Violations found;

    NodeRules(
            LedgerView ledger,
            CoordinatorTables tables,
            String nodeId,
            DynamoDbClient client,
            Tables names,
            long now,
            Violations found) {
        this.trails = ledger.trails();
        this.tables = tables;
        this.nodeId = nodeId;
        this.items = new Items(client, names);
        this.shares = new ShareTable(client, names, Duration.ZERO);
        this.now = now;
        this.found = found;
    }

    void check() {
        Map<Bytes, HeldShare> kept = new HashMap<>();
        Set<Bytes> due = new HashSet<>();
        items.of(TableSchema.SHARES).forEach(item -> {
            Bytes id = Items.bytes(item, KeyAttribute.CONTAINER_ID);
            shares.find(id).ifPresent(share -> kept.put(id, share));
            if (item.containsKey(KeyAttribute.DUE_BUCKET)) {
                due.add(id);
            }
        });
        kept.forEach((id, share) -> requireLegal(id, share, due.contains(id)));
        tables.containers().forEach((id, container) -> requireHeld(id, container, kept.get(id)));
        items.of(TableSchema.EPOCH_KEYS)
                .forEach(item -> found.require(
                        Items.number(item, KeyAttribute.EPOCH_END) > now,
                        nodeId,
                        "an epoch's key goes with its epoch"));
    }

    private void requireLegal(Bytes id, HeldShare share, boolean due) {
        boolean sealed = share.sealed().isPresent();
        require(trails.containsKey(id), id, "a share is of a container on the ledger");
        require(sealed != share.erasure().isPresent(), id, "a share is held or erased");
        require(sealed == due, id, "a share that is held is due at its time");
        require(!sealed || now < share.expiresAt(), id, "no share is left after its time");
        CoordinatorTables.Kept container = tables.containers().get(id);
        if (container != null) {
            require(
                    !sealed || !container.erased().contains(share.rank()),
                    id,
                    "a share whose erasure is on the ledger is gone");
            boolean settled = container.container().state().isEnd()
                    && container.container().certificate().isPresent()
                    && !container.due();
            require(!sealed || !settled, id, "no share is left of what the sweep is done with");
        }
    }

    /** A node that signed for its share of an active container has it as long as the container lives. */
    private void requireHeld(Bytes id, CoordinatorTables.Kept kept, HeldShare share) {
        boolean alive = kept.container().state() == ContainerState.ACTIVE
                && !kept.container().fields().endedAt(now);
        if (alive && signed(kept)) {
            Bytes dealing = kept.container().certificate().orElseThrow().digest();
            require(
                    share != null
                            && share.sealed().isPresent()
                            && share.dealingDigest().equals(dealing),
                    id,
                    "a living container's share is held by whom signed for it");
        }
    }

    private boolean signed(CoordinatorTables.Kept kept) {
        int rank = kept.container().committee().indexOf(nodeId) + 1;
        return kept.container().certificate().map(Certificate::holdings).orElseThrow().stream()
                .anyMatch(holding -> rank(holding) == rank);
    }

    private static int rank(String holding) {
        try {
            return Holding.TYPE.verifyEmbedded(holding).claims().rank();
        } catch (RejectedException altered) {
            throw new IllegalStateException("a stored holding does not verify", altered);
        }
    }

    private void require(boolean holds, Bytes id, String what) {
        found.require(holds, nodeId + " and " + id, what);
    }
}
