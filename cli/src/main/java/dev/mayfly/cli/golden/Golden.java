package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;

/** The known answers of Mayfly's own formats, {@code docs/vectors/mayfly-v1.json}. */
public final class Golden {
    /** What a file of them says in {@code format}. */
    public static final String FORMAT = "mayfly-v1";

    private Golden() {}

    /** Judges one vector. */
    public static Verdict judge(Vector vector) {
        return Verdict.failed("is of an unknown kind");
    }
}
