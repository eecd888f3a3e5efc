/**
 * Making a network and looking at it: {@code mayfly network init}, {@code show} and {@code risk}. {@code docs/operate.md} says
 * when an operator needs which.
 *
 * <p>{@link dev.mayfly.cli.network.NetworkOption} reads the network file for every command that has to trust it;
 * {@link dev.mayfly.cli.network.Exposure} is the arithmetic behind {@code risk}. Protocol: section "The network file and the
 * registry" of {@code docs/protocol.md}.
 */
package dev.mayfly.cli.network;
