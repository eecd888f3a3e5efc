/**
 * A message's whole life, told step by step on a local network.
 *
 * <p>{@link dev.mayfly.local.demo.DemoCommand} is the command, {@link dev.mayfly.local.demo.Demo} the order of the acts. A step
 * is added to the act it belongs to in {@link dev.mayfly.local.demo.act}, or in a new act that {@code Demo} lists. How steps are
 * told is in {@link dev.mayfly.local.demo.story}, what they share in {@link dev.mayfly.local.demo.world}.
 */
package dev.mayfly.local.demo;
