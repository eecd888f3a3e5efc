/**
 * What travels over HTTP: one class per role with its requests and replies as records, and the errors every role answers with.
 *
 * <p>Read {@link dev.mayfly.domain.wire.CoordinatorApi} or {@link dev.mayfly.domain.wire.NodeApi} first. Records here hold
 * strings and byte strings exactly as they came; the rules that judge them live in the packages of their concept.
 * {@link dev.mayfly.domain.wire.WireJson} is the only JSON mapping: servers and clients use it alike, so that what one
 * side refuses the other can never have sent. A {@link dev.mayfly.domain.wire.Refusal} is how any rule says no to a
 * caller; it becomes an RFC 9457 problem at the edge.
 */
package dev.mayfly.domain.wire;
