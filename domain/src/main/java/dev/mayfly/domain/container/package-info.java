/**
 * The container: its fields and the id that commits to them, its only valid life, and the invitation that carries its
 * secrets to the two parties.
 *
 * <p>A container begins as {@link dev.mayfly.domain.container.ContainerFields} chosen by its opener, becomes a
 * {@link dev.mayfly.domain.container.DrawnContainer} once its draw is known and verified, and lives as
 * {@link dev.mayfly.domain.container.ContainerState} says. {@code now >= expiresAt} is ended: this rule is written once, in
 * {@link dev.mayfly.domain.container.ContainerFields#endedAt}. Nothing here knows a user's name or holds a share. Protocol:
 * sections "Opening a container" and "The end"; {@code docs/protocol.md}.
 */
package dev.mayfly.domain.container;
