/**
 * Who talks: the user's own keys, other users as the directory tells of them, and the session that every step works with.
 *
 * <p>{@link dev.mayfly.client.party.UserKeys} and the {@link dev.mayfly.client.party.Keyring} of them are the caller's to keep;
 * a {@link dev.mayfly.client.party.Contact} exists only with keys that are proved to stand in its registrations. Whether they
 * are the right ones is for {@code contact}.
 */
package dev.mayfly.client.party;
