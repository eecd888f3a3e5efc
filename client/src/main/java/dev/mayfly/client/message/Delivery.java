package dev.mayfly.client.message;

/**
 * How a container ended.
 *
 * @param state {@code delivered}
 * @param erased e, nodes that signed that their share is gone
 * @param issued c, nodes that may hold a share
 */
public record Delivery(String state, int erased, int issued) {}
