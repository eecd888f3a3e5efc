package dev.mayfly.client.party;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.registry.Registry;

/** The newest registry, which never gets older than one this party has seen. */
public final class NewestRegistry {
    private final Session session;
    private Registry newest;

    public NewestRegistry(Session session) {
        this.session = session;
    }

    public synchronized Registry fetch() throws RejectedException {
        Registry fetched = Registry.verify(session.coordinator().registry().registry(), session.network());
        boolean older = newest != null && fetched.version() < newest.version();
        boolean rewritten = newest != null && fetched.version() == newest.version() && !fetched.equals(newest);
        if (older || rewritten) {
            throw new RejectedException("registry", "the registry is not the newest this party has seen");
        }
        newest = fetched;
        return newest;
    }
}
