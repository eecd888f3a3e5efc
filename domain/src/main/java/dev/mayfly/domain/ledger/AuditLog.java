package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import java.util.List;

/** The stored chain, to read. It grows only inside the stores whose changes it records. */
public interface AuditLog {
    /** Canonical bytes of up to {@code limit} entries from position {@code from}, in order; empty past the end. */
    List<Bytes> entries(long from, int limit);
}
