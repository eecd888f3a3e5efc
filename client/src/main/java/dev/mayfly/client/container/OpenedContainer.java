package dev.mayfly.client.container;

import dev.mayfly.client.party.Contact;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.transport.Deadline;

/**
 * A container that was opened and drawn, not yet active. Close it to wipe the access key.
 *
 * @param registry the admin's statement of the registry it was drawn from
 * @param peer the other party
 * @param activateBy when there is no more use in going on
 */
public record OpenedContainer(
        Invitation invitation, DrawnContainer drawn, String registry, Contact peer, Deadline activateBy)
        implements AutoCloseable {
    @Override
    public void close() {
        invitation.close();
    }

    @Override
    public String toString() {
        return "OpenedContainer[" + drawn.id() + "]";
    }
}
