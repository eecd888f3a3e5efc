/**
 * How a container's secret comes from its nodes and is shared among them: contributions, the dealing, and the quorum that
 * holds it.
 *
 * <p>In order: {@link dev.mayfly.domain.dealing.ContributeRequest}, {@link dev.mayfly.domain.dealing.Contribution},
 * {@link dev.mayfly.domain.dealing.Dealing}, {@link dev.mayfly.domain.dealing.Holding},
 * {@link dev.mayfly.domain.dealing.QuorumCertificate}. Whoever receives one verifies it here: parties, nodes, coordinator
 * and auditors by the same code. All of it goes on the ledger, so none of it may be a function of a share or of anything
 * sealed: openings and shares travel beside these statements, never inside them. What happens to a share afterwards is in
 * {@code share}. Protocol: section "Entropy" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.dealing;
