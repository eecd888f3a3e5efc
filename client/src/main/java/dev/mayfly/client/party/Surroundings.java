package dev.mayfly.client.party;

import dev.mayfly.client.entropy.EntropyObserver;
import dev.mayfly.domain.wire.RequestId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a client takes from the program around it.
 *
 * @param budgets how long it waits
 * @param clock what time it is, for statements and for what has ended
 * @param random for keys, nonces and ids
 * @param observer is told how close it came to having too few nodes
 * @param requestId the request that it works for, if somebody asked the program: it is passed on to coordinator and nodes
 */
public record Surroundings(
        Budgets budgets,
        Clock clock,
        SecureRandom random,
        EntropyObserver observer,
        Supplier<Optional<RequestId>> requestId) {
    /** The usual budgets, the clock on the wall, fresh randomness, nobody who counts, and nobody's request. */
    public static Surroundings usual() {
        return of(Budgets.USUAL, Clock.systemUTC(), new SecureRandom());
    }

    /** The same with other budgets, time and randomness. */
    public static Surroundings of(Budgets budgets, Clock clock, SecureRandom random) {
        return new Surroundings(budgets, clock, random, EntropyObserver.NONE, Optional::empty);
    }
}
