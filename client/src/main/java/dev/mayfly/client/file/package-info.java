/**
 * What a party keeps on disk: its {@link dev.mayfly.client.file.KeyringFile keys}, its
 * {@link dev.mayfly.client.file.PinFile pins}, and {@link dev.mayfly.client.file.ContactFile contacts} to hand to others.
 *
 * <p>Keys and pins are files of one network and one owner, replaced as a whole. Anything else that is found in them is refused.
 * Protocol: section "A user's files" of {@code docs/protocol.md}.
 */
package dev.mayfly.client.file;
