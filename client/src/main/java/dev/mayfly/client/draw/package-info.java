/**
 * Asking for a draw, and for no more draws than one should.
 *
 * <p>{@link dev.mayfly.client.draw.FreshNonces} counts containers, each of which is a draw of its own, and
 * {@link dev.mayfly.client.draw.AskForDraw} asks for one of them until it is answered. Whoever could make a party open another
 * container each time a draw did not suit it would choose the committee. Protocol: section "Opening a container" of
 * {@code docs/protocol.md}.
 */
package dev.mayfly.client.draw;
