package dev.mayfly.edge;

import java.util.Set;

/**
 * The functions that are read by GET, and by GET only; all others are POST only, because a GET is repeated, prefetched and
 * logged with its query by machines in between. A role that has some produces one such bean:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * Readable readable() {
 *     return Readable.of("v1/registry");
 * }
 * }</pre>
 *
 * @param functions names as given to {@code @Funq}, without a leading slash; they must take no argument
 */
public record Readable(Set<String> functions) {
    /** Copies the names. */
    public Readable {
        functions = Set.copyOf(functions);
    }

    /** Exactly these functions. */
    public static Readable of(String... functions) {
        return new Readable(Set.of(functions));
    }

    /** Whether a function is read by GET. */
    public boolean contains(String function) {
        return functions.contains(function);
    }
}
