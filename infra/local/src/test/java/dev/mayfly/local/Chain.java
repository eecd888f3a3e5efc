package dev.mayfly.local;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.LedgerReport;
import dev.mayfly.domain.ledger.LedgerVerifier;
import dev.mayfly.local.network.LocalNetwork;
import java.util.ArrayList;
import java.util.List;

/** A network's chain, verified from its first entry each time. */
record Chain(LocalNetwork network) {
    private static final int PAGE = 100;

    LedgerReport verify() {
        List<Bytes> entries = new ArrayList<>();
        List<Bytes> page;
        do {
            page = network.auditLog().entries(entries.size(), PAGE);
            entries.addAll(page);
        } while (!page.isEmpty());
        return new LedgerVerifier(network.network()).verify(entries.iterator());
    }

    LedgerReport.Trail trail(Bytes container) {
        return verify().containers().stream()
                .filter(trail -> trail.containerId().equals(container))
                .findFirst()
                .orElseThrow();
    }
}
