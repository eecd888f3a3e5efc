package dev.mayfly.domain.audit;

import dev.mayfly.domain.ledger.ChainHead;
import java.util.Map;

/** Heads that a chain had before: it must still lead through every one of them. */
final class KnownHeads {
    private final Map<String, ChainHead> known;
    private final Findings findings;

    /** Heads by what a finding calls them. */
    KnownHeads(Map<String, ChainHead> known, Findings findings) {
        this.known = Map.copyOf(known);
        this.findings = findings;
    }

    /** The chain has come to this head, on its way. */
    void passed(ChainHead head) {
        known.forEach((name, expected) -> {
            if (expected.entries() == head.entries() && !expected.digest().equals(head.digest())) {
                // Of an empty chain there is no last entry to point at.
                found(Math.max(0, head.entries() - 1), name, expected, head);
            }
        });
    }

    /** The chain ends with this head. */
    void ended(ChainHead last) {
        known.forEach((name, expected) -> {
            if (expected.entries() > last.entries()) {
                found(last.entries(), name, expected, last);
            }
        });
    }

    private void found(long seq, String name, ChainHead expected, ChainHead found) {
        findings.add(new Finding(seq, "the chain goes on from " + name, text(expected), text(found)));
    }

    private static String text(ChainHead head) {
        return "%d entries with the digest %s at their end".formatted(head.entries(), head.digest());
    }
}
