/**
 * The other side of the tests: a network whose keys are all known, and an opener in it who plays by the rules or breaks one.
 *
 * <p>Begin with {@link dev.mayfly.node.opener.TestContainer#open}; contributions are
 * {@link dev.mayfly.node.opener.Part}s, and a {@link dev.mayfly.node.opener.TestDealing} makes of them what is deposited.
 */
package dev.mayfly.node.opener;
