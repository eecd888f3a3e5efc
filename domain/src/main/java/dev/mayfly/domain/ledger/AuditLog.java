package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The stored chain, to read. It grows only inside the stores whose changes it records. */
public interface AuditLog {
    /** Canonical bytes of up to {@code limit} entries from position {@code from}, in order; empty past the end. */
    List<Bytes> entries(long from, int limit);

    /** Every entry from the first one, read page by page as they are drawn. */
    default Iterator<Bytes> all() {
        return new EntryIterator(this);
    }

    /**
     * As {@link #entries}, of those with this subject only. It may take a moment until a new entry is found so.
     *
     * @param subject a container id or a key index; nothing is found for {@link EntryBody#NETWORK}
     */
    List<Bytes> entriesAbout(Bytes subject, long from, int limit);

    /** The head; empty before the first entry. */
    Optional<ChainHead> head();
}
