/**
 * What the packaged functions know and say. {@link dev.mayfly.local.leak.TracedNetwork} logs all it can while a message lives
 * on it whose secrets are known, and {@link dev.mayfly.local.leak.Heap} is what a process can still reach.
 */
package dev.mayfly.local.leak;
