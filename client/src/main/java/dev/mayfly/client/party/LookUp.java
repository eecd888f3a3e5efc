package dev.mayfly.client.party;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.LookupStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.transport.Deadline;

/** Asks the directory for another user's keys. */
public final class LookUp {
    private final Session session;

    public LookUp(Session session) {
        this.session = session;
    }

    public Contact lookUp(UserId user) throws RejectedException {
        return lookUp(user, Deadline.in(session.budgets().exchange()));
    }

    /** The same as a part of an operation that has to be over at a deadline. */
    public Contact lookUp(UserId user, Deadline deadline) throws RejectedException {
        LookupStatement question = new LookupStatement(session.toCoordinator(), user);
        String statement =
                LookupStatement.TYPE.sign(question, session.me().signing()).compact();
        return Contact.verify(
                user,
                session.until(deadline).coordinator().lookup(new CoordinatorApi.Ask(statement)),
                session.network());
    }
}
