package dev.mayfly.node.dealing;

import dev.mayfly.domain.container.DrawnContainer;

/**
 * This node's place in a container's draw.
 *
 * @param container the container, verified under the newest registry
 * @param rank this node's rank, from 1; beyond n it stands by
 */
record Seat(DrawnContainer container, int rank) {}
