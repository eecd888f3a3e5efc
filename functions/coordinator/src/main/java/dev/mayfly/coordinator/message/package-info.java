/**
 * The mailbox: the one message of a container, stored once, listed and fetched by its parties.
 *
 * <p>What is stored is a sealed JWE and the sender's statement; nothing here could open it.
 */
package dev.mayfly.coordinator.message;
