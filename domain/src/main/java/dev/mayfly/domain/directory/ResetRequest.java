package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.Optional;

/**
 * Keys that were asked for as a reset, as the coordinator keeps them.
 *
 * @param salt opens the commitment in {@code entry}, 64 bytes
 * @param entry the body that stands on the ledger
 * @param cancelled whether the holder of the keys in force said no
 */
public record ResetRequest(PublicKeys keys, Bytes salt, KeyEntry.KeysResetRequested entry, boolean cancelled) {
    /** The same, once the holder of the keys in force said no. */
    public ResetRequest afterCancellation() {
        return new ResetRequest(keys, salt, entry, true);
    }

    /** The version that it becomes. */
    public Registration effect() {
        return new Registration(keys, salt, entry.effect(), Optional.empty());
    }
}
