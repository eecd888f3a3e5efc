/**
 * Who this node is: its name in the registry and the key that signs its answers.
 *
 * <p>{@link dev.mayfly.node.identity.KeyFile#read} once, at start; {@link dev.mayfly.node.identity.NodeIdentity} from then
 * on. The key never leaves it: sign with a statement's {@code TYPE}. Protocol: section "Statements" of
 * {@code docs/protocol.md}.
 */
package dev.mayfly.node.identity;
