/**
 * A party's side of Mayfly: the only place where a key ever exists, and only for as long as it is used.
 *
 * <p>Start with {@link dev.mayfly.client.MayflyClient}: {@code register} once, then {@code lookUp} a contact and {@code send},
 * or read the {@code inbox}, {@code fetch}, {@code unseal} and {@code confirm}. Everything that another party, the coordinator
 * or a node answers is verified before it is used. Objects that hold secrets are closed by whoever got them. Protocol:
 * {@code docs/protocol.md}.
 */
package dev.mayfly.client;
