package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.List;
import java.util.Optional;

/**
 * What the directory has under a user's own index.
 *
 * @param me all of it
 * @param inForce whether the user's current keys are the ones in force
 * @param unknown versions with keys that the user does not have: somebody else registered them
 * @param unknownReset a reset to keys that the user does not have, which it can cancel
 * @param untold versions, and a reset that waits, that stand on the ledger and were not told; empty where none was read
 * @param unrecorded the same the other way round; the newest ones may take a moment to be found on the ledger
 */
public record OwnKeys(
        Contact me,
        boolean inForce,
        List<Contact.Version> unknown,
        Optional<Contact.Reset> unknownReset,
        List<KeyEntry.Place> untold,
        List<KeyEntry.Place> unrecorded) {
    /** Whether nothing is there that the user did not put there, and the ledger says the same. */
    public boolean areOwn() {
        return inForce && unknown.isEmpty() && unknownReset.isEmpty() && untold.isEmpty() && unrecorded.isEmpty();
    }
}
