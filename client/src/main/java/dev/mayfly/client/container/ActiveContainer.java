package dev.mayfly.client.container;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.dealing.QuorumCertificate;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.wire.CoordinatorApi;

/**
 * An active container as one of its parties knows it. Close it to wipe the access key.
 *
 * @param registry the admin's statement of the registry it was drawn from
 * @param role this party's place
 * @param peer the other party
 */
public record ActiveContainer(
        Invitation invitation,
        DrawnContainer drawn,
        String registry,
        QuorumCertificate certificate,
        Role role,
        Contact peer)
        implements AutoCloseable {
    /** The keys with which this user is its party. */
    public UserKeys me(Session session) {
        return session.keysIn(invitation, role);
    }

    /** What shows the coordinator that this user is this party. */
    public CoordinatorApi.Opening opening() {
        return opening(invitation, role);
    }

    /** The same for a role of an invitation that is not active yet. */
    public static CoordinatorApi.Opening opening(Invitation invitation, Role role) {
        Salts salts = invitation.salts(role);
        return new CoordinatorApi.Opening(role.label(), salts.id(), salts.keys());
    }

    @Override
    public void close() {
        invitation.close();
    }

    @Override
    public String toString() {
        return "ActiveContainer[" + drawn.id() + ", " + role.label() + "]";
    }
}
