package dev.mayfly.testbed.fault;

/**
 * A call in a flow. Attempts of the same call are one.
 *
 * @param who whose: the role that calls the database, or the role that is called over HTTP
 * @param what such as {@code PutItem shares} or {@code POST deposit}
 * @param number which of those it is, from 1
 */
public record Call(String who, String what, int number) {
    /** Whether it is one to the database that changes nothing. */
    boolean isRead() {
        return what.startsWith("GetItem ") || what.startsWith("Query ");
    }

    @Override
    public String toString() {
        return "%s of %s, number %d".formatted(what, who, number);
    }
}
