/**
 * Nodes that misbehave, for tests and the demo: a real HTTP proxy that stands where the registry says that a node is.
 *
 * <p>{@link dev.mayfly.local.network.LocalNetwork#proxy} puts a {@link dev.mayfly.local.fault.FaultProxy} before a node; then
 * {@link dev.mayfly.local.fault.FaultProxy#behave} makes it misbehave: {@link dev.mayfly.local.fault.Faults} are what any
 * machine on the way can do, {@link dev.mayfly.local.fault.Lies} what takes the node's own signing key, which nobody but the
 * launcher of a local network could have. An honest proxy passes everything on as it is.
 */
package dev.mayfly.local.fault;
