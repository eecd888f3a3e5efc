package dev.mayfly.dynamo.schema;

/**
 * A global secondary index. It holds keys only: what was found through it is read again from the table, consistently.
 *
 * @param name name of the index
 * @param partition partition key
 * @param sort sort key
 */
public record TableIndex(String name, KeyAttribute partition, KeyAttribute sort) {
    /** Shares that are still held, by their end. */
    public static final String DUE = "due";
}
