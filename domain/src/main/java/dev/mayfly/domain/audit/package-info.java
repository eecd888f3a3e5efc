/**
 * Whether a chain holds.
 *
 * <p>{@link dev.mayfly.domain.audit.LedgerVerifier} reads a chain from its first entry with nothing but the network file and,
 * where there are some, heads that the chain had before. It recomputes everything that can be recomputed and answers with a
 * {@link dev.mayfly.domain.audit.LedgerReport}, whose {@link dev.mayfly.domain.audit.Finding}s are evidence; it never sees a
 * storage driver. Protocol: "Verification" in section "The ledger" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.audit;
