package dev.mayfly.testbed.invariant;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, in the order in which it was found. */
final class Violations {
    private final List<String> found = new ArrayList<>();

    /** Notes that something about {@code subject} should hold, unless it does. */
    void require(boolean holds, Object subject, String what) {
        if (!holds) {
            found.add(subject + ": should hold: " + what);
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
