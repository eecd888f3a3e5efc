package dev.mayfly.domain.quota;

/**
 * What one user may do in an hour and have at a time. Hours are full ones of the coordinator's clock.
 *
 * @param opensPerHour containers that a user may open in an hour, whoever the peers are
 * @param freshNonces containers that a user may open in an hour with one and the same peer, each a draw of its own
 * @param openContainers containers that a user opened and whose end is not recorded yet
 * @param waitingBytes bytes of sealed messages that wait in a user's mailbox for it to read them
 */
public record Quotas(int opensPerHour, int freshNonces, int openContainers, long waitingBytes) {
    /** No limits: for whoever opens nothing for others, such as the expiry sweep. What ends is counted all the same. */
    public static final Quotas NONE =
            new Quotas(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    /** Every limit is at least 1. */
    public Quotas {
        if (opensPerHour < 1 || freshNonces < 1 || openContainers < 1 || waitingBytes < 1) {
            throw new IllegalArgumentException("a quota is at least 1");
        }
    }
}
