package dev.mayfly.domain.registry;

import dev.mayfly.domain.ledger.EntryBody;
import java.util.Optional;

/** Where a coordinator keeps the versions of the registry, each together with its ledger entry. */
public interface RegistryStore extends PublishedRegistries {
    /**
     * Records the version after the newest, and its {@code REGISTRY_PUBLISHED} entry, in one transaction.
     *
     * @param version the version {@code body} states
     * @param now seconds since the epoch, the entry's time
     * @return the statement stored under {@code version}, which is another's when somebody was first; empty when
     *     {@code version} is not the next one and not stored
     */
    Optional<String> publishIfNext(long version, EntryBody.RegistryPublished body, long now);
}
