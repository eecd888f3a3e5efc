package dev.mayfly.testbed.fault;

/** How a call fails. */
public enum Fault {
    /** Too many requests: refused without an effect. */
    THROTTLED,
    /** Somebody else writes the same item, or too many write the ledger: refused without an effect. */
    CONFLICT,
    /** The connection is gone. */
    CUT,
    /** Nothing comes. */
    SILENCE,
    /** Status 500. */
    ERROR;

    /** Whether such a failure says that nothing happened. */
    boolean isRefusal() {
        return this == THROTTLED || this == CONFLICT;
    }
}
