package dev.mayfly.transport;

import java.time.Duration;

/**
 * How long a party waits.
 *
 * @param connect for a connection
 * @param attempt for one whole answer
 * @param attempts how often a call is tried, at least once
 */
public record Timeouts(Duration connect, Duration attempt, int attempts) {
    /** Two seconds to connect, five for an answer, three attempts. */
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), 3);
}
