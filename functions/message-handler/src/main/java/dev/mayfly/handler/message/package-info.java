/**
 * What a handler does for its owner, one class for each thing that happens. All of them ask through
 * {@link dev.mayfly.handler.message.Party}, which turns what the client throws into a problem an app can be told. None keeps
 * anything: a container is found again in the coordinator's mailbox by its id. Protocol: {@code docs/protocol.md}, "Message
 * handler".
 */
package dev.mayfly.handler.message;
