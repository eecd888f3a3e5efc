package dev.mayfly.client.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another user, with keys whose registrations are proved to be that user's.
 *
 * @param keys the newest ones, or those of the container that the contact is a party of
 * @param index where they stand on the ledger
 * @param versions every version, oldest first: what the ledger must show
 * @param waiting a reset that will replace the newest keys unless the contact cancels it: a warning
 * @param standing what became of the contact since it was pinned
 */
public record Contact(
        UserId user, PublicKeys keys, Bytes index, List<Version> versions, Optional<Reset> waiting, Standing standing) {
    /** How these keys relate to those that this party has pinned. */
    public enum Standing {
        /** Not compared with a pin: one's own keys. */
        UNPINNED,
        /** Pinned just now; compare the fingerprint by another way. */
        FIRST_USE,
        /** The pinned ones. */
        KNOWN,
        /** New ones, which the holder of the pinned ones agreed to; pinned in their place just now. */
        ROTATED
    }

    /** One version of the keys and its entry. */
    public record Version(PublicKeys keys, KeyEntry.Version entry) {}

    /** A reset that waits, and its entry. */
    public record Reset(PublicKeys keys, KeyEntry.KeysResetRequested entry) {}

    /**
     * Checks what the directory says of a user: the index is that user's, the versions follow each other, each is committed to
     * by its entry, and the holder of each version agreed to the next unless that one is a reset.
     *
     * @throws RejectedException when any of it does not hold
     */
    public static Contact verify(UserId user, CoordinatorApi.RegisteredKeys answer, Network network)
            throws RejectedException {
        Bytes index = KeyIndex.verify(user, answer.proof(), network.vrf()).value();
        List<Version> versions = new ArrayList<>();
        for (CoordinatorApi.KeyVersion told : answer.versions()) {
            versions.add(version(told, index, versions, network.name()));
        }
        if (versions.isEmpty() || answer.waiting().size() > 1) {
            throw new RejectedException("versions", "a user has keys, and one reset waits at most");
        }
        Version newest = versions.get(versions.size() - 1);
        Optional<Reset> waiting = Optional.empty();
        for (CoordinatorApi.KeyVersion told : answer.waiting()) {
            waiting = Optional.of(reset(told, index, newest));
        }
        return new Contact(user, newest.keys(), index, List.copyOf(versions), waiting, Standing.UNPINNED);
    }

    /** The version in force. */
    public Version newest() {
        return versions.get(versions.size() - 1);
    }

    /** The entries of all versions, oldest first. */
    public List<KeyEntry.Version> entries() {
        return versions.stream().map(Version::entry).toList();
    }

    /** The newest version that {@link #keys} are of. */
    public Version version() {
        return withKeys(keys).orElseThrow();
    }

    /** The contact with its keys, to compare by voice. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(user, keys);
    }

    /** The same contact, compared with its pin. */
    public Contact standing(Standing compared) {
        return new Contact(user, keys, index, versions, waiting, compared);
    }

    /**
     * The same contact with the keys that a container names, be they replaced since.
     *
     * @throws RejectedException when the container names somebody else
     */
    public Contact namedIn(Invitation invitation, Role role) throws RejectedException {
        PublicKeys named = versions.stream()
                .map(Version::keys)
                .filter(some -> invitation.names(role, some))
                .findFirst()
                .orElseThrow(() -> Invitation.ofAnother(role));
        return new Contact(user, named, index, versions, waiting, standing);
    }

    private Optional<Version> withKeys(PublicKeys wanted) {
        return versions.stream().filter(some -> some.keys().equals(wanted)).reduce((older, newer) -> newer);
    }

    private static Version version(CoordinatorApi.KeyVersion told, Bytes index, List<Version> before, String network)
            throws RejectedException {
        PublicKeys keys = PublicKeys.parse(told.signing(), told.encryption());
        Optional<Version> last = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        if (!(EntryBody.decode(told.type(), told.entry()) instanceof KeyEntry.Version entry)) {
            throw new RejectedException("versions", "the entry is not of a version");
        }
        requireNext(entry, index, last.map(Version::entry));
        requireCommitted(entry, keys, told.salt());
        if (last.isPresent() && entry instanceof KeyEntry.KeysRegistered registered) {
            SuccessionStatement.verify(
                    told.succession(), network, last.get().keys().signing(), registered);
        } else if (!told.succession().isEmpty() || last.isEmpty() && entry instanceof KeyEntry.KeysReset) {
            throw new RejectedException("versions", "first keys and a reset follow nobody's word");
        }
        return new Version(keys, entry);
    }

    private static Reset reset(CoordinatorApi.KeyVersion told, Bytes index, Version newest) throws RejectedException {
        PublicKeys keys = PublicKeys.parse(told.signing(), told.encryption());
        if (!(EntryBody.decode(told.type(), told.entry()) instanceof KeyEntry.KeysResetRequested entry)) {
            throw new RejectedException("waiting", "the entry is not of a reset");
        }
        requireNext(entry, index, Optional.of(newest.entry()));
        requireCommitted(entry, keys, told.salt());
        return new Reset(keys, entry);
    }

    private static void requireNext(KeyEntry.Place place, Bytes index, Optional<KeyEntry.Version> last)
            throws RejectedException {
        if (!place.index().equals(index) || !place.follows(last)) {
            throw new RejectedException("versions", "the versions do not follow each other");
        }
    }

    private static void requireCommitted(KeyEntry.Place place, PublicKeys keys, Bytes salt) throws RejectedException {
        if (!place.commitment().equals(keys.commitment(salt))) {
            throw new RejectedException("versions", "the entry is of other keys");
        }
    }
}
