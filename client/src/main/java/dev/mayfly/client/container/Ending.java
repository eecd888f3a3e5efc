package dev.mayfly.client.container;

/**
 * How a container ended.
 *
 * @param state {@code delivered} or {@code revoked}
 * @param erased e, nodes that signed that their share is gone
 * @param issued c, nodes that may hold a share
 */
public record Ending(String state, int erased, int issued) {}
