package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Recomputes a chain from its first entry, trusting nothing but the network file: links, registry signatures, container ids,
 * VRF proofs, committees, dealings, quorum certificates, transitions, erasures. Reads on after a failure, so that one bad
 * entry does not hide another.
 */
public final class LedgerVerifier {
    private final Network network;

    /** A verifier for one network's ledger. */
    public LedgerVerifier(Network network) {
        this.network = network;
    }

    /**
     * Verifies a chain.
     *
     * @param entries the canonical bytes of every entry, from position 0
     */
    public LedgerReport verify(Iterator<Bytes> entries) {
        List<Finding> findings = new ArrayList<>();
        Replay replay = new Replay(network, findings);
        Bytes prev = Entry.genesis(network.name(), Entry.LANE);
        long seq = 0;
        while (entries.hasNext()) {
            Bytes encoded = entries.next();
            verifyOne(encoded, prev, seq, replay, findings);
            prev = encoded.sha256();
            seq++;
        }
        return new LedgerReport(seq, prev, replay.trails(), List.copyOf(findings));
    }

    private static void verifyOne(Bytes encoded, Bytes prev, long seq, Replay replay, List<Finding> findings) {
        Entry entry;
        try {
            entry = Entry.decode(encoded);
        } catch (RejectedException broken) {
            findings.add(new Finding(seq, "an entry is in its canonical form", "an entry", broken.getMessage()));
            return;
        }
        if (entry.seq() != seq) {
            findings.add(new Finding(seq, "positions are counted from 0", "" + seq, "" + entry.seq()));
        }
        if (!entry.prev().equals(prev)) {
            findings.add(new Finding(
                    seq,
                    "an entry holds the digest of the one before, so entry %d or its successor was changed"
                            .formatted(seq - 1),
                    prev.toString(),
                    entry.prev().toString()));
        }
        replay.apply(entry, seq);
    }
}
