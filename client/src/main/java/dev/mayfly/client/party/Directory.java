package dev.mayfly.client.party;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;

/**
 * What the coordinator's directory says of users, verified against what it must have put on the ledger. Its calls take as long
 * as the session allows.
 */
public final class Directory {
    private final Session session;

    public Directory(Session session) {
        this.session = session;
    }

    /** A user's keys. */
    public Contact ask(UserId user) throws RejectedException {
        LookupStatement question = new LookupStatement(session.toCoordinator(), user);
        String statement =
                LookupStatement.TYPE.sign(question, session.me().signing()).compact();
        return Contact.verify(user, session.coordinator().lookup(new CoordinatorApi.Ask(statement)), session.network());
    }

    /** One's own keys, which may be asked for under keys that are not in force. */
    public Contact askAboutMe() throws RejectedException {
        return ask(session.me().user());
    }

    /** What the directory answered to a change of one's own keys. */
    public Contact me(CoordinatorApi.RegisteredKeys answer) throws RejectedException {
        return Contact.verify(session.me().user(), answer, session.network());
    }
}
