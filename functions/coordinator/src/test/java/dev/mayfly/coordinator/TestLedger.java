package dev.mayfly.coordinator;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.domain.audit.LedgerVerifier;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.network.Network;
import java.util.ArrayList;
import java.util.List;

/** The ledger as anybody reads it: entries, and nothing of the tables beside it. */
public final class TestLedger {
    private static final int ALL = 100_000;

    private final AuditLog log;
    private final Network network;

    TestLedger(AuditLog log, Network network) {
        this.log = log;
        this.network = network;
    }

    /** What the whole chain proves. */
    public LedgerReport verified() {
        return new LedgerVerifier(network).verify(log.entries(0, ALL).iterator());
    }

    /** The entries about a container, a key index or the network, oldest first. */
    public List<Entry> about(Bytes subject) {
        List<Entry> about = new ArrayList<>();
        for (Bytes encoded : log.entries(0, ALL)) {
            Entry entry = decoded(encoded);
            if (entry.subject().equals(subject)) {
                about.add(entry);
            }
        }
        return about;
    }

    /** The types of the entries about it, oldest first. */
    public List<String> types(Bytes subject) {
        return about(subject).stream().map(entry -> entry.body().type()).toList();
    }

    private static Entry decoded(Bytes encoded) {
        try {
            return Entry.decode(encoded);
        } catch (RejectedException broken) {
            throw new AssertionError(broken);
        }
    }
}
