/**
 * The ledger: a hash chain of entries that proves to anyone what happened, and names nobody.
 *
 * <p>{@link dev.mayfly.domain.ledger.Entry} is the canonical form of one entry, {@link dev.mayfly.domain.ledger.EntryBody}
 * what it records, {@link dev.mayfly.domain.ledger.KeyEntry} what it records of users' keys. {@link dev.mayfly.domain.ledger.LedgerVerifier} reads a chain from its first entry with nothing but the
 * network file, recomputes everything that can be recomputed, and answers with {@link dev.mayfly.domain.ledger.Finding}s as
 * evidence; it never sees a storage driver. Protocol: section "The ledger" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.ledger;
