/**
 * Who the entropy nodes are: one list, signed by the network's admin, each version an entry of the ledger.
 *
 * <p>A registry is taken from a {@link dev.mayfly.domain.registry.RegistryStatement} under the admin key of the network file
 * ({@link dev.mayfly.domain.registry.Registry#verify}); nobody accepts a lower version than one it has seen. Its digest is
 * part of every container id, so the set of eligible nodes cannot change after a draw is known. Protocol: section "Registry".
 */
package dev.mayfly.domain.registry;
