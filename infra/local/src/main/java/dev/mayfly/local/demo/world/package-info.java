/**
 * What the acts of the demo share: the network, Alice and Bob, the ledger, and the time that passes.
 *
 * <p>{@link dev.mayfly.local.demo.world.World} is made before anything runs and closed when the story is over, whoever ended it.
 * Nothing here tells anything.
 */
package dev.mayfly.local.demo.world;
