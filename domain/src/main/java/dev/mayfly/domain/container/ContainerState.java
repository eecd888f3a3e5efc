package dev.mayfly.domain.container;

import dev.mayfly.crypto.RejectedException;
import java.util.Locale;

/** The states of a container. {@link #mayBecome} knows the only valid transitions. */
public enum ContainerState {
    /** Recorded and drawn; its nodes hold nothing yet. */
    OPENING,
    /** A quorum of its nodes holds one dealing; a message may be stored. */
    ACTIVE,
    /** Ended by the receiver's receipt. */
    DELIVERED,
    /** Ended by one of the parties. */
    REVOKED,
    /** Ended by its time. */
    EXPIRED;

    /** An {@link #OPENING} that is not activated within this many seconds has expired. */
    public static final long OPENING_SECONDS = 120;

    /** Whether a container in this state may enter {@code next}. */
    public boolean mayBecome(ContainerState next) {
        return switch (this) {
            case OPENING -> next == ACTIVE || next == EXPIRED;
            case ACTIVE -> next == DELIVERED || next == REVOKED || next == EXPIRED;
            case DELIVERED, REVOKED, EXPIRED -> false;
        };
    }

    /** Whether nothing comes after this state. */
    public boolean isEnd() {
        return this != OPENING && this != ACTIVE;
    }

    /** The name on the wire and in tables: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with this {@link #label()}. */
    public static ContainerState of(String label) throws RejectedException {
        for (ContainerState state : values()) {
            if (state.label().equals(label)) {
                return state;
            }
        }
        throw new RejectedException("state", "no such state");
    }
}
