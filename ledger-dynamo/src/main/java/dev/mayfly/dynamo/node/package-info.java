/**
 * An entropy node's own tables: its shares, its epoch keys, and the newest registry it has seen.
 *
 * <p>{@link dev.mayfly.dynamo.node.ShareTable} keeps shares sealed and leaves tombstones;
 * {@link dev.mayfly.dynamo.node.EpochKeyTable} holds the keys they are sealed to, and deletes them when their epoch ends;
 * {@link dev.mayfly.dynamo.node.SeenRegistryTable} never goes back. No ledger is in here: what a node did is in the
 * statements it signs. Protocol: sections "Entropy" and "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.node;
