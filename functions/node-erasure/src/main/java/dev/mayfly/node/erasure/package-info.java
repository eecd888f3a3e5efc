/**
 * An entropy node's own erasing run as a function that a scheduler calls, for nodes on Lambda. A node that is a process needs
 * none of this: it keeps its own time.
 *
 * <p>{@link dev.mayfly.node.erasure.EraseFunction} starts what {@link dev.mayfly.node.share.EraseExpired} does. It runs under a
 * role of its own, which can delete epoch keys and cannot read them. Protocol: section "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.node.erasure;
