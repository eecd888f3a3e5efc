/**
 * What an auditor does: {@code mayfly audit verify}, {@code copy} and {@code show}, described in {@code docs/audit.md}.
 *
 * <p>{@link dev.mayfly.cli.audit.AuditCommand} holds the three. A chain comes from an audit's URL or from a folder that a
 * {@link dev.mayfly.cli.audit.ChainFolder} wrote; both are an {@link dev.mayfly.domain.ledger.AuditLog}, and neither is trusted:
 * {@link dev.mayfly.domain.audit.LedgerVerifier} recomputes all of it under the network file that the auditor names. Protocol:
 * section "The ledger" of {@code docs/protocol.md}.
 */
package dev.mayfly.cli.audit;
