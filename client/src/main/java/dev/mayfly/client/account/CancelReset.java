package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Cancels a reset of the user's own keys that somebody asked for. */
public final class CancelReset {
    private final Session session;

    public CancelReset(Session session) {
        this.session = session;
    }

    public Contact cancel(Contact.Reset reset) throws RejectedException {
        CancelResetStatement cancel =
                new CancelResetStatement(session.toCoordinator(), reset.entry().digest());
        String statement =
                CancelResetStatement.TYPE.sign(cancel, session.me().signing()).compact();
        var answer = session.exchange().coordinator().cancelReset(new CoordinatorApi.Ask(statement));
        return Stating.requireInForce(new Directory(session).me(answer), session.me());
    }
}
