/**
 * What a node counts. {@link dev.mayfly.node.meter.NodeMeters} has all of it; {@code docs/metrics.md} says what each means. No
 * label has more than one value: nothing tells containers or parties apart.
 */
package dev.mayfly.node.meter;
