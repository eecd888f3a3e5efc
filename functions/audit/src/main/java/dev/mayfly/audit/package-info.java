/**
 * The audit: what is on the ledger, for anybody to read and check.
 *
 * <p>{@link dev.mayfly.audit.AuditFunctions} has its functions, all of them GET; {@link dev.mayfly.audit.Wiring} is where the
 * two tables come from that it reads. It writes nothing, holds no key, and is not trusted: whoever reads the chain here
 * recomputes it ({@code mayfly audit verify}), with the network file from somewhere else. Protocol: sections "The ledger" and
 * "Audit" of {@code docs/protocol.md}; a how-to is {@code docs/audit.md}.
 */
package dev.mayfly.audit;
