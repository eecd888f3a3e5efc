/**
 * The other side of the tests: a network whose keys are all known, users with their tokens, and the nodes' statements; they
 * play by the rules unless a test says which one to break.
 *
 * <p>Begin with {@link dev.mayfly.coordinator.party.TestContainer#of}. A
 * {@link dev.mayfly.coordinator.party.TestDealing} activates it, a {@link dev.mayfly.coordinator.party.TestMessage} is sent
 * in it and confirmed. No node runs: what nodes do for a coordinator is sign, and
 * {@link dev.mayfly.coordinator.party.TestNodes} has their keys.
 */
package dev.mayfly.coordinator.party;
