/**
 * Every table once: its name, keys, index, time to live, and whether it must forget or remember.
 *
 * <p>{@link dev.mayfly.dynamo.schema.TableSchema} is the list; {@link dev.mayfly.dynamo.schema.Tables} gives a role its own
 * names, so that several nodes can share one endpoint. {@link dev.mayfly.dynamo.schema.TableCreation} is for tests and the
 * local network only: in production, tables are made by the templates in {@code infra}. Protocol: sections "Entropy" (what a
 * node must be able to forget) and "The ledger" of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.schema;
