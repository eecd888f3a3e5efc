package dev.mayfly.domain.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.network.Network;
import java.util.Iterator;
import java.util.Map;

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
        return verify(entries, Map.of());
    }

    /**
     * Verifies a chain, and that it goes on from where it was: a chain alone does not show that its last entry was changed, or
     * its end cut off.
     *
     * @param entries the canonical bytes of every entry, from position 0
     * @param known heads that the chain had, each by a name for findings such as "the head of yesterday"
     */
    public LedgerReport verify(Iterator<Bytes> entries, Map<String, ChainHead> known) {
        Findings findings = new Findings();
        Replay replay = new Replay(network, findings);
        KnownHeads heads = new KnownHeads(known, findings);
        ChainHead head = ChainHead.ofEmpty(network.name());
        heads.passed(head);
        while (entries.hasNext()) {
            Bytes encoded = entries.next();
            verifyOne(encoded, head.digest(), head.entries(), replay, findings);
            head = new ChainHead(head.entries() + 1, encoded.sha256());
            heads.passed(head);
        }
        heads.ended(head);
        return new LedgerReport(head.entries(), head.digest(), replay.trails(), findings.listed(), findings.unlisted());
    }

    private static void verifyOne(Bytes encoded, Bytes prev, long seq, Replay replay, Findings findings) {
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
