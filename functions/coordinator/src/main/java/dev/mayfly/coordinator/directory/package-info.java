/**
 * Who may call, and who serves: users' keys and the registry of nodes.
 *
 * <p>Every use case of a user begins at {@link dev.mayfly.coordinator.directory.Callers}: the token says who asks, the
 * statement under the registered key that it is really them.
 */
package dev.mayfly.coordinator.directory;
