/**
 * What goes over wires, stands in tables and stays in memory is searched for what must not be there. {@link
 * dev.mayfly.testbed.leak.TappedNetwork} has a {@link dev.mayfly.testbed.leak.Tap} on every wire, {@link
 * dev.mayfly.testbed.leak.Lives} are what people do on it, {@link dev.mayfly.testbed.leak.Draws} remembers what they drew,
 * {@link dev.mayfly.testbed.secret.Secrets} is what to look for, and {@link dev.mayfly.testbed.secret.Recording} looks. Where a
 * test searches its own memory, {@link dev.mayfly.testbed.leak.Hidden} keeps what it looks for.
 */
package dev.mayfly.testbed.leak;
