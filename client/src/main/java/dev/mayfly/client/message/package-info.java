/**
 * The message: sealed and stored by the sender; listed, fetched, opened and confirmed by the receiver.
 *
 * <p>In order: {@link dev.mayfly.client.message.SendMessage} by whoever dealt the container's secret,
 * {@link dev.mayfly.client.message.FillContainer} by a sender who did not; {@link dev.mayfly.client.message.ReadInbox},
 * {@link dev.mayfly.client.message.FetchMessage}, {@link dev.mayfly.client.message.UnsealMessage},
 * {@link dev.mayfly.client.message.ConfirmMessage}. Reading ends nothing; only a receipt does.
 */
package dev.mayfly.client.message;
