/**
 * The key of a container: the seed's {@code KDF(ContainerID, SenderID, ReceiverID, EntropyShard)}, and nothing else in the
 * system derives it.
 *
 * <p>{@link dev.mayfly.client.key.MessageKey} is derived, used for one seal or one open, and closed.
 * {@link dev.mayfly.client.key.Frame} is what it seals. Protocol: section "The key" of {@code docs/protocol.md}.
 */
package dev.mayfly.client.key;
