package dev.mayfly.dynamo.quota;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.Refusal;

/**
 * What a change takes of a user's quota.
 *
 * @param user whose quota it is, a key index
 * @param counter which of the user's counters, with its hour where it counts by the hour
 * @param amount how much the change adds
 * @param limit what the counter must not exceed
 * @param until before when the counter must not be forgotten, seconds since the epoch
 * @param whenFull what a caller is told when there is no room
 */
public record Claim(Bytes user, String counter, long amount, long limit, long until, Refusal whenFull) {
    /** The highest count that leaves room for this. */
    long room() {
        return limit - amount;
    }
}
