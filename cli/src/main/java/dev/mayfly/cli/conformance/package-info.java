/**
 * Published test vectors against what Mayfly ships: {@code mayfly conformance PATH…}, described in
 * {@code docs/conformance.md}.
 *
 * <p>{@link dev.mayfly.cli.conformance.ConformanceCommand} walks the files and prints; {@link
 * dev.mayfly.cli.conformance.VectorFile} reads one, finds its format and gives every vector to its judge in {@code standard}
 * or {@code golden}. A new family is a judge there and a line here.
 */
package dev.mayfly.cli.conformance;
