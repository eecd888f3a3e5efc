package dev.mayfly.domain.message;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.identity.Role;
import java.util.List;
import java.util.Optional;

/**
 * The containers that a user is a party of and that have not ended, whoever opened them. Addresses are key indexes, so that no
 * table names anybody.
 */
public interface Mailbox {
    /**
     * A container in somebody's mailbox.
     *
     * @param role the owner's place in it
     * @param state {@code OPENING} or {@code ACTIVE}: what has ended is in no mailbox
     * @param messageStored whether its message is there to be read
     * @param expiresAt when the container's life is over, seconds since the epoch
     * @param invitation sealed for the mailbox's owner
     */
    record Item(
            Bytes containerId,
            Role role,
            ContainerState state,
            boolean messageStored,
            long expiresAt,
            Bytes invitation) {}

    /**
     * Items of a mailbox in the order of their container ids, those whose time is over at {@code now} left out.
     *
     * @param after container id of the last item of the page before
     * @param limit most items to return
     */
    List<Item> page(Bytes mailbox, Optional<Bytes> after, int limit, long now);
}
