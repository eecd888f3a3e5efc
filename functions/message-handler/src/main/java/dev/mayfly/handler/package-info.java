/**
 * The message handler: a user's Mayfly as functions over HTTP, for apps of that user that have no client of their own. It runs
 * in the user's own trust domain with the user's own keys.
 *
 * <p>{@link dev.mayfly.handler.HandlerFunctions} lets one of the owner's apps in and calls one use case of
 * {@link dev.mayfly.handler.message}; those ask the {@code client}, which derives each key and forgets it before the answer
 * goes out. {@link dev.mayfly.handler.Wiring} is where keys and the client come from. Of messages
 * nothing is kept between two calls: what waits is in the coordinator's mailbox. Whoever can call a handler can read what its owner can read: an app's token is worth
 * as much as the owner's device. Protocol: {@code docs/protocol.md}, "Message handler".
 */
package dev.mayfly.handler;
