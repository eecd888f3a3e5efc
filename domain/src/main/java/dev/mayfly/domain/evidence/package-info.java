/**
 * What proves to anybody, offline, that a node misbehaved.
 *
 * <p>A {@link dev.mayfly.domain.evidence.ReleaseEvidence} holds a node's signed release and all that is needed to see that it
 * gives no share of its dealing. {@link dev.mayfly.domain.evidence.ReleaseEvidence#prove} says what it proves, a
 * {@link dev.mayfly.domain.evidence.Misbehaviour}, or that it proves nothing: a party checks with it before it keeps anything,
 * and so does everybody who is shown it. An honest node is never convicted, whatever the two parties, the coordinator and all
 * other nodes do together. Protocol: section "Evidence" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.evidence;
