package dev.mayfly.client.container;

import dev.mayfly.client.party.Contact;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;

/**
 * A container that was opened and drawn, not yet active. Close it to wipe the access key.
 *
 * @param peer the other party
 */
public record OpenedContainer(Invitation invitation, DrawnContainer drawn, Contact peer) implements AutoCloseable {
    @Override
    public void close() {
        invitation.close();
    }

    @Override
    public String toString() {
        return "OpenedContainer[" + drawn.id() + "]";
    }
}
