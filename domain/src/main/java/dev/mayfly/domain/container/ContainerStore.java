package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.StoredMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the coordinator keeps containers. Every change is one transaction of the state and the ledger entry that records it;
 * a repeated change finds the first one's outcome and has no second effect. Changing what is not kept is refused with
 * {@code container-unknown}. Both parties' mailboxes tell how a container stands, and lose it when its end is recorded; the
 * store remembers until then whose they are. Times are seconds since the epoch.
 */
public interface ContainerStore {
    /**
     * Who is told of a new container.
     *
     * @param role the party's place in it
     * @param mailbox address of the party's mailbox, a key index
     * @param invitation sealed for the mailbox's owner
     */
    record Addressed(Role role, Bytes mailbox, Bytes invitation) {}

    /** What is kept under an id, ended or not, until its retention is over. */
    Optional<StoredContainer> find(Bytes containerId);

    /**
     * Records a new container, an item in each party's mailbox, and {@code CONTAINER_CREATED}, unless the id is taken or one
     * of the opener's quotas is used up: then it is refused with {@code quota-exceeded}, and nothing is changed or counted.
     *
     * @return what is kept under the id: {@code container} itself, or the one that was first
     */
    StoredContainer createIfAbsent(
            StoredContainer container, List<Addressed> parties, EntryBody.ContainerCreated body, long now);

    /**
     * Makes an opening container active under one dealing for good, with {@code CONTAINER_ACTIVATED}, if it is still opening
     * and neither its opening time nor its life is over at {@code now}.
     *
     * @return what is kept afterwards; another dealing's certificate, or a state that is not active, tells the caller that
     *     it was too late
     */
    StoredContainer activateIfOpening(
            Bytes containerId, StoredContainer.Certificate certificate, EntryBody.ContainerActivated body, long now);

    /**
     * Stores the one message of an active container, with {@code MESSAGE_SENT}, if none is stored and its life is not over;
     * refused with {@code mailbox-full} when the receiver's mailbox has no room for it.
     *
     * @return the message that is stored afterwards, the one that was first; empty when there is none, because the container
     *     is not active or its life is over
     */
    Optional<StoredMessage> storeMessageIfFirst(
            Bytes containerId, StoredMessage message, EntryBody.MessageSent body, long now);

    /** The stored message of a container, whether or not it has ended: the caller looks at its state first. */
    Optional<StoredMessage> message(Bytes containerId);

    /**
     * Ends an active container by the receiver's receipt, with {@code CONTAINER_DELIVERED}, if it is active, a message is
     * stored and its life is not over; keeps {@code end} for the nodes that have not heard of it.
     *
     * @return what is kept afterwards
     */
    StoredContainer deliverIfActive(Bytes containerId, String end, EntryBody.ContainerDelivered body, long now);

    /**
     * Ends an active container by a party's word, with {@code CONTAINER_REVOKED}, if it is active and its life is not over;
     * keeps {@code end} for the nodes that have not heard of it.
     *
     * @return what is kept afterwards
     */
    StoredContainer revokeIfActive(Bytes containerId, String end, EntryBody.ContainerRevoked body, long now);

    /**
     * Records nodes' erasures that are not yet on the ledger, in one {@code SHARES_ERASED} entry. That the container has
     * ended is for the caller to know.
     *
     * @param ranks the ranks whose erasures {@code body} holds, at least one
     * @return the ranks recorded afterwards; they lack {@code ranks} when some of them were recorded meanwhile, and the
     *     caller leaves those out and asks again; none of {@code ranks} when nothing is kept under the id
     */
    Set<Integer> recordErasuresIfNew(Bytes containerId, Set<Integer> ranks, EntryBody.SharesErased body, long now);

    /** The ranks whose erasures are recorded. */
    Set<Integer> erasedRanks(Bytes containerId);
}
