package dev.mayfly.role.setting;

/**
 * What a setting may be. A role that is told something else says so and does not start, rather than to fail later.
 *
 * @param least the least value that is taken
 * @param most the greatest one
 */
public record Range<T extends Comparable<T>>(T least, T most) {
    /** From one value to another, both of them included. */
    public static <T extends Comparable<T>> Range<T> of(T least, T most) {
        return new Range<>(least, most);
    }

    /**
     * Checks a setting, and returns this range for the next one.
     *
     * @param setting its whole name
     * @throws IllegalStateException when the value is not in this range; says which setting, what it may be, and what it is
     */
    public Range<T> check(String setting, T value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalStateException("%s must be %s to %s, and is %s".formatted(setting, least, most, value));
        }
        return this;
    }
}
