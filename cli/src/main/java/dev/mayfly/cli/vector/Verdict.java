package dev.mayfly.cli.vector;

/**
 * What became of one vector.
 *
 * @param why what went wrong, or the primitive that is not shipped; empty when it passed
 */
public record Verdict(Kind kind, String why) {
    /** The three things that can become of a vector. */
    public enum Kind {
        /** Mayfly does what the vector says. */
        PASSED,
        /** It does something else. */
        FAILED,
        /** The vector is of a primitive that Mayfly does not ship. */
        SKIPPED
    }

    /** Mayfly does what the vector says. */
    public static final Verdict PASSED = new Verdict(Kind.PASSED, "");

    /** It does something else. */
    public static Verdict failed(String why) {
        return new Verdict(Kind.FAILED, why);
    }

    /** The vector is of a primitive that Mayfly does not ship, by this name. */
    public static Verdict skipped(String primitive) {
        return new Verdict(Kind.SKIPPED, primitive);
    }
}
