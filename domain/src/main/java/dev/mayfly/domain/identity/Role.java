package dev.mayfly.domain.identity;

import dev.mayfly.crypto.RejectedException;
import java.util.Locale;

/** The two places in a container. Roles are labelled by place everywhere, so that A to B never equals B to A. */
public enum Role {
    SENDER,
    RECEIVER;

    /** {@code sender} or {@code receiver}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other place. */
    public Role other() {
        return this == SENDER ? RECEIVER : SENDER;
    }

    /** The role with this {@link #label()}. */
    public static Role of(String label) throws RejectedException {
        for (Role role : values()) {
            if (role.label().equals(label)) {
                return role;
            }
        }
        throw new RejectedException("role", "a role is sender or receiver");
    }
}
