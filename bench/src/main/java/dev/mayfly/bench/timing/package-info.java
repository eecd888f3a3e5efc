/**
 * Does time tell a secret? Welch's t-test between two classes of input, after Reparaz, Balasch and Verbauwhede, "Dude, is
 * my code constant time?" (2017): one secret that is always the same against secrets that are drawn anew.
 *
 * <p>{@link dev.mayfly.bench.timing.TimingTest} runs it, {@code docs/benchmarks.md} holds the result. A |t| above 4.5 says
 * that time depends on the class; one below it says that this many measurements on this machine did not show it.
 */
package dev.mayfly.bench.timing;
