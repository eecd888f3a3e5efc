package dev.mayfly.client.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.KeysStatement;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.wire.CoordinatorApi;

/** Registers the user's first keys and checks what the directory says of them. */
public final class RegisterKeys {
    private final Session session;

    public RegisterKeys(Session session) {
        this.session = session;
    }

    public Contact register() throws RejectedException {
        KeysStatement keys = new KeysStatement(
                session.toCoordinator(),
                session.me().user(),
                1,
                KeysStatement.NO_PREDECESSOR,
                session.me().publicKeys(),
                Bytes.random(session.random(), Salts.SIZE));
        String statement = KeysStatement.TYPE.sign(keys, session.me().signing()).compact();
        Contact me = Contact.verify(
                session.me().user(),
                session.exchange().coordinator().registerKeys(new CoordinatorApi.RegisterKeys(statement)),
                session.network());
        if (!me.keys().equals(session.me().publicKeys())) {
            throw new RejectedException("keys", "the directory has other keys for this user");
        }
        return me;
    }
}
