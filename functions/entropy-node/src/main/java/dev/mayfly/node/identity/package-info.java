/**
 * Who this node is: its name in the registry and the key that signs its answers.
 *
 * <p>The key is read once, at start, into a {@link dev.mayfly.node.identity.NodeIdentity} and never leaves it: sign with a
 * statement's {@code TYPE}. Protocol: section "Statements" of {@code docs/protocol.md}.
 */
package dev.mayfly.node.identity;
