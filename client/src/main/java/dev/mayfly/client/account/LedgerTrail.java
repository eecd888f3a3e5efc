package dev.mayfly.client.account;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ledger has under a key index: every version, and the reset that waits. */
final class LedgerTrail {
    private static final int PAGE = 100;

    private final List<KeyEntry.Place> versions = new ArrayList<>();
    private Optional<KeyEntry.KeysResetRequested> waiting = Optional.empty();

    private LedgerTrail() {}

    /**
     * Reads a trail to its end.
     *
     * @throws RejectedException when an entry is not of this index, or does not come behind the one before
     */
    static LedgerTrail read(AuditLog ledger, Bytes index) throws RejectedException {
        LedgerTrail trail = new LedgerTrail();
        long from = 0;
        for (List<Bytes> page = ledger.entriesAbout(index, from, PAGE);
                !page.isEmpty();
                page = ledger.entriesAbout(index, from, PAGE)) {
            for (Bytes encoded : page) {
                Entry entry = Entry.decode(encoded);
                if (!entry.subject().equals(index) || entry.seq() < from || !(entry.body() instanceof KeyEntry about)) {
                    throw new RejectedException("trail", "the ledger's entries are of something else");
                }
                trail.follow(about);
                from = entry.seq() + 1;
            }
        }
        return trail;
    }

    /** The places that are taken or asked for. */
    List<KeyEntry.Place> places() {
        List<KeyEntry.Place> places = new ArrayList<>(versions);
        waiting.ifPresent(places::add);
        return places;
    }

    /** Whether each may follow is for the verifier of the whole chain. */
    private void follow(KeyEntry entry) {
        if (entry instanceof KeyEntry.Version version) {
            versions.add(version);
            waiting = Optional.empty();
        } else if (entry instanceof KeyEntry.KeysResetRequested requested) {
            waiting = Optional.of(requested);
        } else if (entry instanceof KeyEntry.KeysResetCancelled cancelled) {
            waiting = waiting.filter(reset -> !reset.digest().equals(cancelled.reset()));
        }
    }
}
