/**
 * This node's part in a container's beginning: it contributes entropy, then takes a share of the sum.
 *
 * <p>In order: {@link dev.mayfly.node.dealing.Contribute}, which keeps nothing, and {@link dev.mayfly.node.dealing.Deposit},
 * which checks everything it signs. Both start from {@code Seats}, which recomputes the draw. What happens to the share later
 * is in {@code share}. Protocol: section "Entropy" of {@code docs/protocol.md}.
 */
package dev.mayfly.node.dealing;
