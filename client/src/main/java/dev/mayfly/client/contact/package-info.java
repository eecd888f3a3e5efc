/**
 * Other users: looked up, and recognised by the keys that were pinned when they were first met.
 *
 * <p>Start with {@link dev.mayfly.client.contact.LookUp}. New keys that the holder of the pinned ones agreed to are pinned in
 * their place; keys that came by a reset are a {@link dev.mayfly.client.contact.KeysResetException} until somebody accepts
 * them. Where pins are kept is for {@link dev.mayfly.client.contact.Pins}: without a place that outlives the program, each
 * start trusts the directory once more. Protocol: section "Identity" of {@code docs/protocol.md}.
 */
package dev.mayfly.client.contact;
