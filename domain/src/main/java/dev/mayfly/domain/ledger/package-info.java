/**
 * The ledger: a hash chain of entries that proves to anyone what happened, and names nobody.
 *
 * <p>{@link dev.mayfly.domain.ledger.Entry} is the canonical form of one entry, {@link dev.mayfly.domain.ledger.EntryBody}
 * what it records, {@link dev.mayfly.domain.ledger.KeyEntry} what it records of users' keys.
 * {@link dev.mayfly.domain.ledger.AuditLog} is how a chain is read, wherever it is. Whether one holds is for
 * {@link dev.mayfly.domain.audit}. Protocol: section "The ledger" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.ledger;
