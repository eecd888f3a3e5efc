/**
 * The one message of a container, where it waits, and what sender and receiver say about it.
 *
 * <p>The sender signs {@link dev.mayfly.domain.message.MessageStatement#SENT}, the receiver answers with
 * {@link dev.mayfly.domain.message.MessageStatement#RECEIPT} over the same two digests, and the container ends. The message's
 * frame and its key are the client's affair. Protocol: sections "The key" and "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.message;
