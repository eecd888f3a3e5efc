/**
 * Judges for vectors of standards: Wycheproof, RFC 5869, 9180, 9380 and 9381. None implements a primitive: all call
 * {@code shared-crypto}, and what that does not ship is skipped by its name. {@code docs/conformance.md} lists both.
 */
package dev.mayfly.cli.standard;
