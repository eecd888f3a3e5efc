/**
 * A party's side of Mayfly: the only place where a key ever exists, and only for as long as it is used.
 *
 * <p>Start with {@link dev.mayfly.client.MayflyClient}: {@code register} once, then {@code lookUp} a contact and {@code send},
 * or see what is {@code toRead}, {@code fetch}, {@code unseal} and {@code confirm}. Who wants something from a contact makes a
 * {@code request}; the contact sees what is {@code toFill}, {@code join}s and {@code send}s. Whoever opened a container finds it
 * again in the {@code inbox}, without having remembered anything. Everything that another party, the coordinator
 * or a node answers is verified before it is used. Objects that hold secrets are closed by whoever got them. Protocol:
 * {@code docs/protocol.md}.
 */
package dev.mayfly.client;
