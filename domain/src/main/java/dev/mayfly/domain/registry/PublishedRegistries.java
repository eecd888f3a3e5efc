package dev.mayfly.domain.registry;

import java.util.Optional;

/** The versions of the registry that were published, to read. */
public interface PublishedRegistries {
    /** The newest version's statement; empty before the first. */
    Optional<String> newest();

    /** The statement of a version, for containers that were drawn from it. */
    Optional<String> find(long version);
}
