/**
 * The network file: everything a client, a node or an auditor has to trust, in one JSON document that its operator hands out.
 *
 * <p>{@link dev.mayfly.domain.network.Network#parse} is the only way in. What the file does not say (who the nodes are) comes
 * from the registry, which the file's admin key signs. Protocol: section "Network file" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.network;
