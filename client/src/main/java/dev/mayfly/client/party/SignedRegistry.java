package dev.mayfly.client.party;

import dev.mayfly.domain.registry.Registry;

/**
 * A verified registry with the words of its admin.
 *
 * @param registry what it says
 * @param statement the {@code registry} statement, by which anybody else can verify it again
 */
public record SignedRegistry(Registry registry, String statement) {}
