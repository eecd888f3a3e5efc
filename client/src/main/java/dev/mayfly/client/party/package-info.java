/**
 * Who talks: the user's own keys, contacts, and the session that every step works with.
 *
 * <p>{@link dev.mayfly.client.party.UserKeys} are the caller's to keep; a {@link dev.mayfly.client.party.Contact} exists only
 * with keys that are proved to stand in its registrations.
 */
package dev.mayfly.client.party;
