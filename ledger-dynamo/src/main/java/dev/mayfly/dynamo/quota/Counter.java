package dev.mayfly.dynamo.quota;

/**
 * What stands in the counter of a claim.
 *
 * @param used how much is used, without the claim
 * @param until when the counter is forgotten, seconds since the epoch; 0 when there is none yet
 */
public record Counter(Claim claim, long used, long until) {
    boolean hasRoom() {
        return used <= claim.room();
    }

    /** What is forgotten later than the claim needs stays so. */
    long extended() {
        return Math.max(until, claim.until());
    }
}
