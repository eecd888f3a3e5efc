package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import java.util.List;
import java.util.Optional;

/**
 * What the directory has under a user's own index.
 *
 * @param me all of it
 * @param inForce whether the user's current keys are the ones in force
 * @param unknown versions with keys that the user does not have: somebody else registered them
 * @param unknownReset a reset to keys that the user does not have, which it can cancel
 */
public record OwnKeys(
        Contact me, boolean inForce, List<Contact.Version> unknown, Optional<Contact.Reset> unknownReset) {
    /** Whether nothing is there that the user did not put there. */
    public boolean areOwn() {
        return inForce && unknown.isEmpty() && unknownReset.isEmpty();
    }
}
