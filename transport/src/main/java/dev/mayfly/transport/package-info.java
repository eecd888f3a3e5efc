/**
 * The wire, as a caller sees it: typed calls to coordinator, nodes and audit over {@code java.net.http}.
 *
 * <p>Every call has a time-out and a limit on what it reads, and is tried again, with jitter, because every Mayfly function
 * gives a repeated request its first outcome. Calls that belong to one operation get a {@link dev.mayfly.transport.Deadline} in
 * common: after it nothing is tried again or waited for. A problem that the other side answers comes out as the
 * {@link dev.mayfly.domain.wire.Refusal} it was made from; one that never arrives as
 * {@link dev.mayfly.transport.UnreachableException}. Nothing here knows a secret that is not sealed already, or verifies what
 * it carries: that is the caller's affair.
 */
package dev.mayfly.transport;
