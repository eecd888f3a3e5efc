/**
 * The user's own keys in the directory: registered once, changed, and watched.
 *
 * <p>Start with {@link dev.mayfly.client.account.Account}. {@link dev.mayfly.client.account.RegisterKeys} comes first;
 * {@link dev.mayfly.client.account.RotateKeys} changes keys while they are there, {@link dev.mayfly.client.account.ResetKeys}
 * when they are lost. {@link dev.mayfly.client.account.WatchKeys} shows what others may have done in the user's name,
 * {@link dev.mayfly.client.account.CancelReset} undoes it in time. Protocol: section "Identity" of {@code docs/protocol.md}.
 */
package dev.mayfly.client.account;
