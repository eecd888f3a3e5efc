package dev.mayfly.dynamo.schema;

import dev.mayfly.crypto.Bytes;

/**
 * A global secondary index. It holds keys only: what was found through it is read again from the table, consistently.
 *
 * @param name name of the index
 * @param partition partition key
 * @param sort sort key
 */
public record TableIndex(String name, KeyAttribute partition, KeyAttribute sort) {
    /** What a sweep has to look at, by when: shares still held, containers not settled. */
    public static final String DUE = "due";

    /** The entries of the ledger about one container or one user's keys, by position. */
    public static final String SUBJECT = "subject";

    /** Parts of a due index, so that a busy sweep is not one hot partition. */
    public static final int DUE_BUCKETS = 8;

    /** The part that a container's items are in. Container ids are hashes: any byte of theirs spreads evenly. */
    public static long dueBucket(Bytes containerId) {
        return Byte.toUnsignedLong(containerId.slice(0, 1).toByteArray()[0]) % DUE_BUCKETS;
    }
}
