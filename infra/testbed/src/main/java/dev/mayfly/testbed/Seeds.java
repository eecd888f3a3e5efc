package dev.mayfly.testbed;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Randomness that comes again with the seed, a stream of its own for each party. Which thread draws first is the scheduler's
 * affair, so what a seed repeats is what one party does alone.
 */
final class Seeds {
    private final long seed;

    Seeds(long seed) {
        this.seed = seed;
    }

    /** A party's randomness. */
    SecureRandom of(String party) {
        try {
            // The one algorithm of the JDK that a seed given first determines.
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            random.setSeed(Arrays.copyOf(party.getBytes(StandardCharsets.UTF_8), 32));
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA1PRNG", impossible);
        }
    }
}
