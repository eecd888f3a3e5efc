/**
 * Joining a network and leaving it: {@code mayfly node init} makes a node's keys and its record, {@code register} and
 * {@code retire} sign the registry's next version with the admin's key and publish it.
 *
 * <p>{@link dev.mayfly.cli.node.NodeFile} is what a node's operator hands to the admin, {@link dev.mayfly.cli.node.NextRegistry}
 * what the admin's commands share. {@code docs/operate.md} tells the story. Protocol: section "The network file and the registry"
 * of {@code docs/protocol.md}.
 */
package dev.mayfly.cli.node;
