package dev.mayfly.client.contact;

import dev.mayfly.client.party.Contact;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;

/**
 * The keys that a party takes for a contact's.
 *
 * @param version which version of the contact's keys they are, from 1
 * @param registration digest of that version's entry, 32 bytes: binds the versions before as well
 * @param since when they were pinned, seconds since the epoch
 */
public record Pin(UserId user, PublicKeys keys, long version, Bytes registration, long since) {
    /** The pin of a version of a user's keys. */
    public static Pin of(UserId user, Contact.Version version, long since) {
        return new Pin(
                user, version.keys(), version.entry().version(), version.entry().digest(), since);
    }

    /** The contact with its pinned keys, to compare by voice. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(user, keys);
    }
}
