package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import dev.mayfly.testbed.invariant.Invariants;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** What must hold of packaged functions, whose schedules go on meanwhile: it does as soon as they are through. */
public record LocalInvariants(Invariants invariants) {
    private static final Duration RETENTION = Duration.ofDays(30);

    /** Those of a network. */
    public static LocalInvariants of(LocalNetwork network) {
        return new LocalInvariants(new Invariants(
                network.network(),
                network.database(),
                network.coordinatorTables(),
                network.nodes().stream().collect(Collectors.toMap(LocalNode::id, LocalInvariants::tables)),
                RETENTION));
    }

    /** Demands that all of it holds, now or within half a minute, and that these containers' messages are there. */
    public void hold(Collection<Bytes> acknowledged) {
        AtomicReference<List<String>> violations = new AtomicReference<>();
        try {
            Eventually.holds(() -> {
                violations.set(invariants.violations(Instant.now().getEpochSecond(), acknowledged));
                return violations.get().isEmpty();
            });
        } catch (AssertionError late) {
            assertThat(violations.get()).isEmpty();
            throw late;
        }
    }

    /** What the ledger proves. */
    public LedgerReport ledger() {
        return invariants.ledger();
    }

    private static Tables tables(LocalNode node) {
        return new Tables(node.tablePrefix());
    }
}
