/**
 * What a party asks of nodes: contributions, deposits, releases and ends, each of many nodes at once.
 *
 * <p>The opener calls {@link dev.mayfly.client.entropy.GatherContributions}, then {@link dev.mayfly.client.entropy.DealShares};
 * either party later {@link dev.mayfly.client.entropy.CollectShares} and {@link dev.mayfly.client.entropy.EndShares}. A node's
 * answer counts only after it verified; what failed, or did not come in time, is named node by node in a
 * {@link dev.mayfly.client.entropy.TooFewNodesException}. How long all of it may take is the deadline of the
 * {@code NodeClient}. Protocol: section "Entropy" of {@code docs/protocol.md}.
 */
package dev.mayfly.client.entropy;
