package dev.mayfly.client.party;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.LookupStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Asks the directory for another user's keys. */
public final class LookUp {
    private final Session session;

    public LookUp(Session session) {
        this.session = session;
    }

    public Contact lookUp(UserId user) throws RejectedException {
        LookupStatement question = new LookupStatement(session.toCoordinator(), user);
        String statement =
                LookupStatement.TYPE.sign(question, session.me().signing()).compact();
        return Contact.verify(user, session.coordinator().lookup(new CoordinatorApi.Ask(statement)), session.network());
    }
}
