package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.container.StoredContainer.Certificate;
import dev.mayfly.domain.ledger.EntryBody;
import java.time.Duration;
import java.util.Map;

/** Containers and what the ledger says of them. */
final class ContainerRules {
    private final Map<Bytes, LedgerReport.Trail> trails;
    private final Map<Bytes, EntryBody.ContainerCreated> creations;
    private final Map<Bytes, EntryBody.ContainerActivated> activations;
    private final CoordinatorTables tables;
    private final Duration retention;
    private final long now;
    private final Violations found;

    ContainerRules(LedgerView ledger, CoordinatorTables tables, Duration retention, long now, Violations found) {
        this.trails = ledger.trails();
        this.creations = ledger.bySubject(EntryBody.ContainerCreated.class);
        this.activations = ledger.bySubject(EntryBody.ContainerActivated.class);
        this.tables = tables;
        this.retention = retention;
        this.now = now;
        this.found = found;
    }

    void check() {
        trails.forEach((id, trail) -> {
            CoordinatorTables.Kept kept = tables.containers().get(id);
            if (kept == null) {
                found.require(mayBeCollected(id), id, "a container on the ledger has its item until retention is over");
            } else {
                requireSame(id, kept, trail);
                requireDue(id, kept, trail);
            }
        });
        tables.containers()
                .keySet()
                .forEach(id -> found.require(trails.containsKey(id), id, "a container's item has its entry"));
    }

    private boolean mayBeCollected(Bytes id) {
        try {
            return isOver(ContainerFields.decode(creations.get(id).fields()));
        } catch (RejectedException impossible) {
            throw new IllegalStateException("the verifier made a trail of it", impossible);
        }
    }

    private boolean isOver(ContainerFields fields) {
        return now >= fields.expiresAt() + retention.toSeconds();
    }

    private void requireSame(Bytes id, CoordinatorTables.Kept kept, LedgerReport.Trail trail) {
        StoredContainer container = kept.container();
        found.require(
                container.state() == trail.state(),
                id,
                "it is %s as on the ledger, not %s".formatted(trail.state(), container.state()));
        String dealing = activations.containsKey(id) ? activations.get(id).dealing() : "none";
        found.require(
                container.certificate().map(Certificate::dealing).orElse("none").equals(dealing),
                id,
                "its certificate is the one on the ledger");
        boolean endedByParty =
                container.state() == ContainerState.DELIVERED || container.state() == ContainerState.REVOKED;
        found.require(container.end().isPresent() == endedByParty, id, "a party's end is kept when a party ended it");
        found.require(
                kept.erased().size() == trail.erased(),
                id,
                "%d erasures are kept and %d on the ledger"
                        .formatted(kept.erased().size(), trail.erased()));
        found.require(trail.erased() == 0 || container.state().isEnd(), id, "nothing is erased before the end");
    }

    private void requireDue(Bytes id, CoordinatorTables.Kept kept, LedgerReport.Trail trail) {
        boolean awaited = !isOver(kept.container().fields()) && trail.erased() < trail.issued();
        boolean unfinished = !trail.state().isEnd() || awaited;
        found.require(kept.due() || !unfinished, id, "the sweep will look at what it has not finished");
    }
}
