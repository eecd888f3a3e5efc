package dev.mayfly.local;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.local.network.LocalNetwork;

/** A network's chain, verified from its first entry each time. */
public record Chain(LocalNetwork network) {
    LedgerReport verify() {
        return new LedgerVerifier(network.network()).verify(network.auditLog().all());
    }

    public LedgerReport.Trail trail(Bytes container) {
        return verify().containers().stream()
                .filter(trail -> trail.containerId().equals(container))
                .findFirst()
                .orElseThrow();
    }
}
