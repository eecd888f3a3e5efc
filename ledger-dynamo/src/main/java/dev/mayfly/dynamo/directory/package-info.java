/**
 * What the coordinator publishes about others: users' keys by key index, and the versions of the registry.
 *
 * <p>{@link dev.mayfly.dynamo.directory.KeyTable} and {@link dev.mayfly.dynamo.directory.RegistryTable} add the version after
 * the newest, each with its ledger entry. No version is ever changed; a user's last reset, which is none, is kept beside them
 * and gives way to the next one. Nothing is deleted, and no item names anybody.
 * Protocol: sections "Identity" and "The network file and the registry" of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.directory;
