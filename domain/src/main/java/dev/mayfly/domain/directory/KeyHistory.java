package dev.mayfly.domain.directory;

import dev.mayfly.domain.ledger.KeyEntry;
import java.util.List;
import java.util.Optional;

/**
 * All that a directory keeps of one user.
 *
 * @param versions every version of the user's keys, oldest first; empty for a user that never registered
 * @param lastReset the reset that was asked for last, whatever became of it
 */
public record KeyHistory(List<Registration> versions, Optional<ResetRequest> lastReset) {
    /** The version that is in force, as long as no reset is due. */
    public Optional<Registration> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The ledger's word of {@link #newest}. */
    public Optional<KeyEntry.Version> newestEntry() {
        return newest().map(Registration::entry);
    }

    /** The reset that waits: nobody cancelled it, and no version took the place it asks for. */
    public Optional<ResetRequest> waiting() {
        return lastReset.filter(reset -> !reset.cancelled() && reset.entry().follows(newestEntry()));
    }
}
