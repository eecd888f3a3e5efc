package dev.mayfly.edge;

import java.util.Set;

/**
 * The functions that are read by GET, and by GET only; all others are POST only, because a GET is repeated, prefetched and
 * logged with its query by machines in between. A role that has some produces one such bean:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * ReadableFunctions readable() {
 *     return ReadableFunctions.of("v1/registry");
 * }
 * }</pre>
 *
 * @param names as given to {@code @Funq}, without a leading slash; they must take no argument
 */
public record ReadableFunctions(Set<String> names) {
    /** Copies the names. */
    public ReadableFunctions {
        names = Set.copyOf(names);
    }

    /** Exactly these functions. */
    public static ReadableFunctions of(String... names) {
        return new ReadableFunctions(Set.of(names));
    }

    /** Whether a function is read by GET. */
    public boolean contains(String function) {
        return names.contains(function);
    }
}
