package dev.mayfly.client.message;

import dev.mayfly.crypto.Bytes;

/**
 * A message that is stored.
 *
 * @param keyCommitment commits to the key it was sealed under; the receiver derives the same one
 * @param length length of the sealed message in characters
 */
public record SentMessage(Bytes containerId, Bytes keyCommitment, int length) {}
