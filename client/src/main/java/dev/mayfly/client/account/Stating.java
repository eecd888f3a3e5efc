package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.identity.Salts;

/** What the registrations of keys have in common. */
final class Stating {
    private Stating() {}

    static KeysStatement keys(Session session, UserKeys keys, long version, Bytes predecessor) {
        return new KeysStatement(
                session.toCoordinator(),
                keys.user(),
                version,
                predecessor,
                keys.publicKeys(),
                Bytes.random(session.random(), Salts.SIZE));
    }

    /** The same for the version after the newest. */
    static KeysStatement next(Session session, UserKeys keys, Contact me) {
        return keys(
                session,
                keys,
                me.newest().entry().version() + 1,
                me.newest().entry().digest());
    }

    static Contact requireInForce(Contact me, UserKeys keys) throws RejectedException {
        if (!me.keys().equals(keys.publicKeys())) {
            throw new RejectedException("keys", "the directory has other keys for this user");
        }
        return me;
    }
}
