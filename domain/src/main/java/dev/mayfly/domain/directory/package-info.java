/**
 * The directory of users' keys: how they are registered, changed and found.
 *
 * <p>A user's keys stand under a {@link dev.mayfly.domain.directory.KeyIndex}. Their first version, and every later one that
 * the holder of the version before agrees to, is registered at once; a reset, which nobody with the old keys agreed to, waits
 * for a day and can be cancelled. {@link dev.mayfly.domain.directory.KeyDirectory} keeps them,
 * {@link dev.mayfly.domain.directory.KeyHistory} says what is in force and what waits. Who the users are is in
 * {@code identity}. Protocol: section "Identity" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.directory;
