package dev.mayfly.domain.registry;

import java.util.Optional;

/** The newest registry a node has seen, kept so that nobody can ever show it an older one again. */
public interface SeenRegistry {
    /** The newest registry statement seen. */
    Optional<String> newest();

    /** Keeps a statement if its version is above what is kept; a lower or equal one changes nothing. */
    void raise(long version, String statement);
}
