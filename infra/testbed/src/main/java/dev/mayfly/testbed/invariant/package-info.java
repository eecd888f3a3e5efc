/**
 * What must hold of a network whatever happened to it, read from its tables and its ledger and from nothing else.
 *
 * <p>{@link dev.mayfly.testbed.invariant.Invariants} is the one class to call, on a testbed or on packaged functions, when
 * nobody writes. The rules stand in a class for each sort of state. Protocol: sections "The end" and "The ledger" of
 * {@code docs/protocol.md}.
 */
package dev.mayfly.testbed.invariant;
