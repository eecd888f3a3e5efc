package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.EntryBody;
import java.util.List;
import java.util.Optional;

/** The coordinator's directory of users' keys, by key index. Every registration stands on the ledger as well. */
public interface KeyDirectory {
    /**
     * One version of a user's keys.
     *
     * @param salt opens the commitment in {@code entry}, 64 bytes
     * @param entry the body that stands on the ledger
     */
    record Registration(PublicKeys keys, Bytes salt, EntryBody.KeysRegistered entry) {}

    /** All versions, oldest first; empty for a user that never registered. */
    List<Registration> history(Bytes index);

    /** The version that is in force. */
    Optional<Registration> current(Bytes index);

    /**
     * Records the version after the newest, and its {@code KEYS_REGISTERED} entry, in one transaction. That its predecessor
     * is the newest version's digest is for the caller to know.
     *
     * @param now seconds since the epoch, the entry's time
     * @return what is stored under the registration's version: its own, or the one that was first
     */
    Registration registerIfNext(Registration registration, long now);
}
