/**
 * Judges for the known answers of Mayfly's own formats, {@code docs/vectors/mayfly-v1.json}: everything in them is computed
 * again from its inputs, sealed things are opened, statements verified and signed again.
 *
 * <p>{@link dev.mayfly.cli.golden.Golden#judge} knows every kind. The file is rebuilt by {@code RebuildGolden} among the
 * tests, and only when a format is meant to change: old answers must then stay, under an old version's name. Sections 2 to 8
 * of {@code docs/protocol.md}.
 */
package dev.mayfly.cli.golden;
