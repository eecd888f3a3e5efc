/**
 * {@code mayfly up}: a network that stays, for whoever wants to try Mayfly with an app or with curl.
 *
 * <p>{@link dev.mayfly.local.up.UpCommand} starts it and waits; {@code Welcome} says what there is. The lines to paste are the
 * resource {@code lines.sh}, which {@code docs/quickstart.md} shows as well.
 */
package dev.mayfly.local.up;
