package dev.mayfly.client.contact;

import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.UserId;

/**
 * A contact's keys were reset: nobody with the pinned keys agreed to the new ones. Either the contact lost its keys, or
 * somebody took its account. The new keys are not used until they are accepted, by a fingerprint got another way.
 */
public final class KeysResetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UserId user;
    private final transient Fingerprint pinned;
    private final transient Fingerprint found;

    KeysResetException(UserId user, Fingerprint pinned, Fingerprint found) {
        super("the keys of %s were reset: pinned %s, found %s".formatted(user.subject(), pinned, found));
        this.user = user;
        this.pinned = pinned;
        this.found = found;
    }

    /** Whose keys. */
    public UserId user() {
        return user;
    }

    /** The keys that this party trusts. */
    public Fingerprint pinned() {
        return pinned;
    }

    /** The keys that the directory has. */
    public Fingerprint found() {
        return found;
    }
}
