package dev.mayfly.client.party;

import dev.mayfly.client.entropy.EntropyObserver;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What a client takes from the program around it.
 *
 * @param budgets how long it waits
 * @param clock what time it is, for statements and for what has ended
 * @param random for keys, nonces and ids
 * @param observer is told how close it came to having too few nodes
 */
public record Surroundings(Budgets budgets, Clock clock, SecureRandom random, EntropyObserver observer) {
    /** The usual budgets, the clock on the wall, fresh randomness, and nobody who counts. */
    public static Surroundings usual() {
        return of(Budgets.USUAL, Clock.systemUTC(), new SecureRandom());
    }

    /** The same with nobody who counts. */
    public static Surroundings of(Budgets budgets, Clock clock, SecureRandom random) {
        return new Surroundings(budgets, clock, random, EntropyObserver.NONE);
    }
}
