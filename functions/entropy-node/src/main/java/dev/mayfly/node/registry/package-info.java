/**
 * Which nodes there are, as far as this node knows: the newest registry it has verified, and never an older one again.
 *
 * <p>Ask {@link dev.mayfly.node.registry.KnownRegistry#find} first and {@link dev.mayfly.node.registry.KnownRegistry#refresh}
 * only for a container that the coordinator really drew, since it may go out to the network. Nothing else here is called from
 * outside. Protocol: section "The network file and the registry" of {@code docs/protocol.md}.
 */
package dev.mayfly.node.registry;
