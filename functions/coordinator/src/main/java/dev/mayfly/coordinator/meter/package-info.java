/**
 * What a coordinator counts. {@link dev.mayfly.coordinator.meter.CoordinatorMeters} has all of it; {@code docs/metrics.md} says
 * what each means. Labels hold words of ours only, never a user, a container, a key or a node.
 */
package dev.mayfly.coordinator.meter;
