package dev.mayfly.testbed.secret;

/**
 * Bytes that may not be found.
 *
 * @param name what they are
 */
public record Secret(String name, byte[] bytes) {
    /** Fewer are found by chance among random bytes sooner or later. */
    private static final int LONG_ENOUGH = 12;

    /** Checks that they can be looked for. */
    public Secret {
        if (bytes.length < LONG_ENOUGH) {
            throw new IllegalArgumentException(name + " is too short: it would be found by chance");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
