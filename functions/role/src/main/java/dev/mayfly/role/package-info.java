/**
 * What every role shares, whether it is asked over HTTP or runs by a schedule.
 *
 * <p>{@code log} is how a role speaks to its operator. Nothing here is for callers: {@code dev.mayfly.edge} is.
 */
package dev.mayfly.role;
