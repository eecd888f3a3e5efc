/**
 * The ledger's table, and the one way to write to it.
 *
 * <p>{@link dev.mayfly.dynamo.ledger.LedgerWriter#record} submits the changes of a state together with the entry that records
 * them; make one per process and give it to every store. {@link dev.mayfly.dynamo.ledger.AuditTable} reads. There is no item
 * for the head: the head is the newest entry, so that nothing in this table is ever changed. Protocol: section "The ledger"
 * of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.ledger;
