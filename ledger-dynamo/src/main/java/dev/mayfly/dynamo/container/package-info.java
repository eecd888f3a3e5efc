/**
 * The coordinator's containers, their messages, and the mailboxes they wait in.
 *
 * <p>{@link dev.mayfly.dynamo.container.DynamoContainerStore} is the store; one class per table builds the parts that it
 * submits together through the ledger's writer. {@link dev.mayfly.dynamo.container.MailboxTable} also answers a user's inbox.
 * Whether a container still lives is asked in every condition, never left to time to live. Protocol: sections "Opening a
 * container" to "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.container;
