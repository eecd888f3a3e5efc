package dev.mayfly.dynamo.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import java.util.Map;
import java.util.Optional;

/**
 * A container with what only its tables have to know.
 *
 * @param mailboxes addresses of the mailboxes it is in, by the role of their owner; none once its end is recorded
 * @param messageBytes length of its message, 0 while it has none
 * @param until when it is forgotten, seconds since the epoch
 */
record KeptContainer(StoredContainer container, Map<Role, Bytes> mailboxes, long messageBytes, long until) {
    Bytes id() {
        return container.fields().id();
    }

    /** Whether its message may still come. */
    boolean isToBeFilled() {
        return container.state() == ContainerState.ACTIVE && !container.messageStored();
    }

    Optional<Bytes> mailbox(Role owner) {
        return Optional.ofNullable(mailboxes.get(owner));
    }
}
