/**
 * How an item is written and read: attributes with names and types, and the few calls the stores are made of.
 *
 * <p>{@link dev.mayfly.dynamo.table.Attributes} is an item, a key, or the values of an expression;
 * {@link dev.mayfly.dynamo.table.Table} reads consistently, writes under a condition, and builds the parts of a transaction.
 * Which attributes there are, and which condition holds, is the affair of the store that owns the table. Neither class prints
 * what an item holds. Protocol: section "The ledger" of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.table;
