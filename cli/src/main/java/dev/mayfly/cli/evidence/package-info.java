/**
 * {@code mayfly evidence}: checks, offline, what a party kept of a node that misbehaved.
 *
 * <p>{@link dev.mayfly.cli.evidence.EvidenceCommand} reads the two files and says what they prove; all of the check is the
 * domain's {@link dev.mayfly.domain.evidence.ReleaseEvidence#prove}. Protocol: section "Evidence" of {@code docs/protocol.md}.
 */
package dev.mayfly.cli.evidence;
