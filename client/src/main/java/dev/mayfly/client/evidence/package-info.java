/**
 * What a party keeps of a node that misbehaved, for anybody to check.
 *
 * <p>{@link dev.mayfly.client.evidence.KeepEvidence} checks what a node answered and keeps it only if it proves something;
 * {@link dev.mayfly.client.evidence.EvidenceFolder} is the store that writes files, which {@code mayfly evidence} reads. Keeping
 * evidence never stops the operation in which it was found. Protocol: section "Evidence" of {@code docs/protocol.md}.
 */
package dev.mayfly.client.evidence;
