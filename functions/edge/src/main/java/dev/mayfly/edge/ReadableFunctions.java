package dev.mayfly.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The functions that are read by GET, and by GET only; all others are POST only, because a GET is repeated, prefetched and
 * logged with its query by machines in between. A role that has some produces one such bean:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * ReadableFunctions readable() {
 *     return ReadableFunctions.of("v1/registry").with("v1/entries", "from", "limit");
 * }
 * }</pre>
 *
 * @param parameters the names that each function's query string may hold, by its name as given to {@code @Funq}, without a
 *     leading slash; the function takes no argument and asks {@link Query} for their values
 */
public record ReadableFunctions(Map<String, Set<String>> parameters) {
    /** Copies the names. */
    public ReadableFunctions {
        parameters = Map.copyOf(parameters);
    }

    /** These functions, which take no parameters. */
    public static ReadableFunctions of(String... names) {
        Map<String, Set<String>> plain = new HashMap<>();
        Set.of(names).forEach(name -> plain.put(name, Set.of()));
        return new ReadableFunctions(plain);
    }

    /** These and another one, which takes parameters. */
    public ReadableFunctions with(String function, String... parameters) {
        Map<String, Set<String>> more = new HashMap<>(this.parameters);
        more.put(function, Set.of(parameters));
        return new ReadableFunctions(more);
    }

    /** Whether a function is read by GET. */
    public boolean contains(String function) {
        return parameters.containsKey(function);
    }

    /** The parameters that a function may be given in its query string; none to a function that is called by POST. */
    public Set<String> parametersOf(String function) {
        return parameters.getOrDefault(function, Set.of());
    }
}
