/**
 * An entropy node: it contributes entropy to the containers it was drawn for, keeps one sealed share of each, gives it to the
 * parties while the container lives, and erases it at the end.
 *
 * <p>{@link dev.mayfly.node.NodeFunctions} lists what a node is asked; {@code dealing} and {@code share} hold one class for
 * each of it, {@code registry} what the node knows of the others, {@code identity} what it knows of itself. A node takes no
 * tokens and knows no users: whoever signs with a container's access key is a party. It sees its own three tables and nothing
 * of the coordinator's. Its only secrets in memory are its signing key and what one call needs. Protocol: sections "Entropy"
 * and "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.node;
