package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Registers the user's first keys and checks what the directory says of them. */
public final class RegisterKeys {
    private final Session session;

    public RegisterKeys(Session session) {
        this.session = session;
    }

    public Contact register() throws RejectedException {
        KeysStatement keys = Stating.keys(session, session.me(), 1, KeyEntry.NO_PREDECESSOR);
        String statement = KeysStatement.TYPE.sign(keys, session.me().signing()).compact();
        var request = new CoordinatorApi.RegisterKeys(statement);
        Contact me = new Directory(session).me(session.exchange().coordinator().registerKeys(request));
        return Stating.requireInForce(me, session.me());
    }
}
