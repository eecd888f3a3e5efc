/**
 * A packaged network under load whose processes are killed: what must hold afterwards, and what people were told.
 *
 * <p>{@link dev.mayfly.local.crash.CrashTest} is the test; {@link dev.mayfly.local.crash.Traffic} are people,
 * {@link dev.mayfly.local.crash.Killer} kills.
 */
package dev.mayfly.local.crash;
