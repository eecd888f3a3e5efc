package dev.mayfly.domain.network;

import dev.mayfly.crypto.RejectedException;

/**
 * How many of how many: any k of a committee's n nodes can give the key back, fewer learn nothing.
 *
 * @param k nodes that suffice, at least 2
 * @param n nodes drawn, {@code 2k > n}, so that two disjoint groups can never both have the key
 */
public record Threshold(int k, int n) {
    /** Shares are numbered by rank, and every entry lists every contribution: more would not fit where it must. */
    public static final int MAX_NODES = 64;

    /** Here a failure is a mistake of the program; {@link #of} is for what somebody sent. */
    public Threshold {
        if (!isAllowed(k, n)) {
            throw new IllegalArgumentException("k of n: 2 <= k <= n, 2k > n, n <= " + MAX_NODES);
        }
    }

    /** A threshold that somebody sent. */
    public static Threshold of(long k, long n) throws RejectedException {
        if (!isAllowed(k, n)) {
            throw new RejectedException("k", "k of n: 2 <= k <= n, 2k > n, n <= " + MAX_NODES);
        }
        return new Threshold((int) k, (int) n);
    }

    /**
     * The quorum m = k + ⌈(n−k)/2⌉: so many nodes must contribute, and so many must hold a share, before a container is
     * active. Half of the spare nodes may then fail and the key is still there.
     */
    public int quorum() {
        return k + (n - k + 1) / 2;
    }

    @Override
    public String toString() {
        return k + " of " + n;
    }

    private static boolean isAllowed(long k, long n) {
        return k >= 2 && k <= n && n <= MAX_NODES && 2 * k > n;
    }
}
