package dev.mayfly.client.party;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.transport.Deadline;

/** The newest registry, which never gets older than one this party has seen. */
public final class NewestRegistry {
    private final Session session;
    private Registry newest;

    public NewestRegistry(Session session) {
        this.session = session;
    }

    /** Asks for it, until a deadline. */
    public synchronized SignedRegistry fetch(Deadline deadline) throws RejectedException {
        String statement = session.until(deadline).coordinator().registry().registry();
        Registry fetched = Registry.verify(statement, session.network());
        boolean older = newest != null && fetched.version() < newest.version();
        boolean rewritten = newest != null && fetched.version() == newest.version() && !fetched.equals(newest);
        if (older || rewritten) {
            throw new RejectedException("registry", "the registry is not the newest this party has seen");
        }
        newest = fetched;
        return new SignedRegistry(fetched, statement);
    }
}
