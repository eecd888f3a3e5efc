package dev.mayfly.domain.network;

import java.time.Duration;

/** How long a container may live: the shortest, the longest, and what is taken when nobody says. */
public record Lifetimes(Duration shortest, Duration longest, Duration usual) {
    /** Shortest, usual and longest stand in this order, in whole seconds, above zero. */
    public Lifetimes {
        if (shortest.toSeconds() < 1 || usual.compareTo(shortest) < 0 || longest.compareTo(usual) < 0) {
            throw new IllegalArgumentException("lifetimes: 1 s <= shortest <= usual <= longest");
        }
    }

    /** Whether a container from {@code issuedAt} to {@code expiresAt} (seconds since the epoch) lives an allowed time. */
    public boolean allow(long issuedAt, long expiresAt) {
        long seconds = expiresAt - issuedAt;
        return seconds >= shortest.toSeconds() && seconds <= longest.toSeconds();
    }
}
