/**
 * The coordinator: container manager, entropy coordinator, mailbox and key directory, as functions over HTTP.
 *
 * <p>{@link dev.mayfly.coordinator.DirectoryFunctions}, {@link dev.mayfly.coordinator.ContainerFunctions} and
 * {@link dev.mayfly.coordinator.MessageFunctions} translate a request and call one use case each; the use cases are in the
 * package of their concept, each a class named for what happens. {@link dev.mayfly.coordinator.Wiring} is where tables and
 * keys come from; nothing else here knows AWS. The coordinator never sees a share, a key or a plaintext, and keeps no name:
 * a user is a key index in every table. Protocol: {@code docs/protocol.md}.
 */
package dev.mayfly.coordinator;
