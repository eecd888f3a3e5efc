package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Puts new keys into force in the place of the user's own, which sign that they agree. */
public final class RotateKeys {
    private final Session session;

    public RotateKeys(Session session) {
        this.session = session;
    }

    public Contact rotate(UserKeys next) throws RejectedException {
        Session within = session.exchange();
        Directory directory = new Directory(within);
        Contact me = directory.askAboutMe();
        if (me.keys().equals(next.publicKeys())) {
            return me;
        }
        KeysStatement keys = Stating.next(session, next, me);
        String statement = KeysStatement.TYPE.sign(keys, next.signing()).compact();
        var request = new CoordinatorApi.RotateKeys(statement, succession(me, keys));
        return Stating.requireInForce(directory.me(within.coordinator().rotateKeys(request)), next);
    }

    private String succession(Contact me, KeysStatement keys) {
        Issued issued = Issued.now(session.network().name(), Issued.PUBLIC, session.clock(), session.random());
        var succession =
                new SuccessionStatement(issued, keys.registered(me.index()).digest());
        return SuccessionStatement.TYPE.sign(succession, session.me().signing()).compact();
    }
}
