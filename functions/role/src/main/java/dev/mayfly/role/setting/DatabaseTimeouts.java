package dev.mayfly.role.setting;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a role waits for DynamoDB. */
public interface DatabaseTimeouts {
    /** For a connection, 100 ms to 1 min. */
    @WithDefault("1s")
    Duration connect();

    /** For one answer, 100 ms to 1 min. */
    @WithDefault("2s")
    Duration attempt();

    /** For a call with all its attempts and the pauses between them, from one attempt to 5 min. */
    @WithDefault("6s")
    Duration call();

    /** Refuses values that no role could work with. */
    static void check(String prefix, DatabaseTimeouts timeouts) {
        Range.of(Duration.ofMillis(100), Duration.ofMinutes(1))
                .check(prefix + ".connect", timeouts.connect())
                .check(prefix + ".attempt", timeouts.attempt());
        Range.of(timeouts.attempt(), Duration.ofMinutes(5)).check(prefix + ".call", timeouts.call());
    }
}
