package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A container as the coordinator keeps it: commitments and public evidence, no name, no salt.
 *
 * @param fields the container's fields
 * @param proof VRF proof of its draw, 81 bytes
 * @param registryVersion version of the registry it was drawn from
 * @param committee node ids by rank, as answered to the opener
 * @param open the opener's {@code open} statement
 * @param createdAt seconds since the epoch, by the coordinator's clock
 * @param state the last state that was recorded; {@link #stateAt} is what holds
 * @param certificate what activated it
 * @param end the {@code end} statement for its nodes, once it was brought
 * @param messageStored whether a message was stored
 */
public record StoredContainer(
        ContainerFields fields,
        Bytes proof,
        long registryVersion,
        List<String> committee,
        String open,
        long createdAt,
        ContainerState state,
        Optional<Certificate> certificate,
        Optional<String> end,
        boolean messageStored) {

    /**
     * The quorum certificate as it was brought.
     *
     * @param digest digest of the dealing
     */
    public record Certificate(Bytes digest, String dealing, List<String> holdings) {}

    /**
     * When its time is over, seconds since the epoch: the time it has to become active while it is {@code opening}, its life
     * from then on.
     */
    public long overAt() {
        long openingOver = createdAt + ContainerState.OPENING_SECONDS;
        return state == ContainerState.OPENING ? Math.min(openingOver, fields.expiresAt()) : fields.expiresAt();
    }

    /** The state that holds at {@code now}, seconds since the epoch, whether or not anybody recorded it yet. */
    public ContainerState stateAt(long now) {
        return !state.isEnd() && now >= overAt() ? ContainerState.EXPIRED : state;
    }
}
