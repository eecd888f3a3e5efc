package dev.mayfly.client.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All keys that a user has: the ones in force, those they took the place of, and those that are to take theirs. A container
 * lives and dies under the keys that it was opened with, so earlier ones are kept for as long as containers live. Close it to
 * wipe them all.
 *
 * @param current the keys in force; a user that asked for a reset has its new ones here
 * @param earlier replaced keys, newest first
 * @param next keys that a rotation is to put into force: kept before it is asked for, so that none is lost in between
 */
public record Keyring(UserKeys current, List<UserKeys> earlier, Optional<UserKeys> next) implements AutoCloseable {
    /** Checked: all keys are one user's. */
    public Keyring {
        UserId user = current.user();
        if (Stream.concat(earlier.stream(), next.stream())
                .anyMatch(keys -> !keys.user().equals(user))) {
            throw new IllegalArgumentException("a keyring is one user's");
        }
        earlier = List.copyOf(earlier);
    }

    /** The keyring of a user that never changed its keys. */
    public static Keyring of(UserKeys current) {
        return new Keyring(current, List.of(), Optional.empty());
    }

    /** The same before a rotation to {@code keys}. */
    public Keyring preparing(UserKeys keys) {
        return new Keyring(current, earlier, Optional.of(keys));
    }

    /** The same after the rotation to {@link #next}. */
    public Keyring rotated() {
        List<UserKeys> replaced = new ArrayList<>(earlier);
        replaced.add(0, current);
        return new Keyring(next.orElseThrow(), replaced, Optional.empty());
    }

    /** Every key there is, the ones in force first. */
    public Stream<UserKeys> all() {
        return Stream.of(Stream.of(current), next.stream(), earlier.stream()).flatMap(keys -> keys);
    }

    /** The keys with which this user is a party of a container. */
    public Optional<UserKeys> namedIn(Invitation invitation, Role role) {
        return all().filter(keys -> invitation.names(role, keys.publicKeys())).findFirst();
    }

    /**
     * Opens an invitation that was sealed to any of these keys.
     *
     * @throws RejectedException when it was sealed to none of them
     */
    public Invitation open(Bytes sealed, Bytes containerId) throws RejectedException {
        RejectedException refused = new RejectedException("invitation", "there are no keys to open it with");
        for (UserKeys keys : all().toList()) {
            try {
                return Invitation.open(sealed, containerId, keys.encryption());
            } catch (RejectedException sealedToAnother) {
                refused = sealedToAnother;
            }
        }
        throw refused;
    }

    @Override
    public void close() {
        all().forEach(UserKeys::close);
    }

    @Override
    public String toString() {
        return "Keyring[" + current.user() + "]";
    }
}
