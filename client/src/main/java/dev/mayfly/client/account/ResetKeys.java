package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Directory;
import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Asks for the session's keys in the place of those in force, which are lost. They come into force after a day. */
public final class ResetKeys {
    private final Session session;

    public ResetKeys(Session session) {
        this.session = session;
    }

    public Contact reset() throws RejectedException {
        Session within = session.exchange();
        Directory directory = new Directory(within);
        Contact me = directory.askAboutMe();
        if (isAskedFor(me)) {
            return me;
        }
        KeysStatement keys = Stating.next(session, session.me(), me);
        String statement = KeysStatement.TYPE.sign(keys, session.me().signing()).compact();
        Contact asked = directory.me(within.coordinator().resetKeys(new CoordinatorApi.RegisterKeys(statement)));
        if (!isAskedFor(asked)) {
            throw new RejectedException("keys", "the directory waits for other keys of this user");
        }
        return asked;
    }

    private boolean isAskedFor(Contact me) {
        PublicKeys mine = session.me().publicKeys();
        return me.keys().equals(mine)
                || me.waiting().filter(reset -> reset.keys().equals(mine)).isPresent();
    }
}
