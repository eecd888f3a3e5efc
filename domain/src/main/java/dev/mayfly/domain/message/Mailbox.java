package dev.mayfly.domain.message;

import dev.mayfly.crypto.Bytes;
import java.util.List;
import java.util.Optional;

/** The containers that wait for a user. Addresses are key indexes, so that no table names anybody. */
public interface Mailbox {
    /** A waiting container and its invitation, sealed for the mailbox's owner. */
    record Item(Bytes containerId, long expiresAt, Bytes invitation) {}

    /**
     * Items of a mailbox in the order of their container ids, those that expired at {@code now} left out.
     *
     * @param after container id of the last item of the page before
     * @param limit most items to return
     */
    List<Item> page(Bytes mailbox, Optional<Bytes> after, int limit, long now);
}
