package dev.mayfly.local.demo.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a step can show for itself, in the order it was found. Never a secret. */
public final class Evidence {
    private final Map<String, Object> found = new LinkedHashMap<>();

    /** Notes something: text, a number, a list of them, or anything by its text. */
    public Evidence note(String name, Object value) {
        boolean plain = value instanceof Number || value instanceof Iterable<?>;
        found.put(name, plain ? value : String.valueOf(value));
        return this;
    }

    /** Demands that something holds, and notes it in the same words when it does not. */
    public void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("does not hold: " + what);
        }
    }

    /** Everything noted. */
    Map<String, Object> all() {
        return found;
    }
}
