package dev.mayfly.client.party;

import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.transport.Timeouts;
import java.time.Duration;

/**
 * How long a party waits: for each call, and for whole operations, whatever the calls they are made of do.
 *
 * @param calls time-outs of the single calls
 * @param opening from asking for a container until it is active; shorter than the coordinator waits for that
 * @param ending receipt or revoke, the nodes' erasures, and putting those on the ledger
 * @param exchange anything else: sending, the inbox, fetching, opening a message, keys
 */
public record Budgets(Timeouts calls, Duration opening, Duration ending, Duration exchange) {
    /** The usual time-outs; 90, 45 and 30 seconds. */
    public static final Budgets USUAL =
            new Budgets(Timeouts.USUAL, Duration.ofSeconds(90), Duration.ofSeconds(45), Duration.ofSeconds(30));

    /** The same with other time-outs of calls. */
    public Budgets with(Timeouts other) {
        return new Budgets(other, opening, ending, exchange);
    }

    /** Refuses to go on opening what the coordinator has given up. */
    public Budgets {
        if (opening.toSeconds() >= ContainerState.OPENING_SECONDS) {
            throw new IllegalArgumentException(
                    "a container is active within " + ContainerState.OPENING_SECONDS + " seconds or never");
        }
    }
}
