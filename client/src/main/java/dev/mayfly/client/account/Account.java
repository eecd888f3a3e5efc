package dev.mayfly.client.account;

import dev.mayfly.client.party.Contact;
import dev.mayfly.client.party.Session;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;

/** The user's own keys in the directory. */
public final class Account {
    private final RegisterKeys registerKeys;
    private final RotateKeys rotateKeys;
    private final ResetKeys resetKeys;
    private final WatchKeys watchKeys;
    private final CancelReset cancelReset;

    /** The account of the session's user. */
    public Account(Session session) {
        this.registerKeys = new RegisterKeys(session);
        this.rotateKeys = new RotateKeys(session);
        this.resetKeys = new ResetKeys(session);
        this.watchKeys = new WatchKeys(session);
        this.cancelReset = new CancelReset(session);
    }

    /** Registers the user's keys; again with the same keys changes nothing. */
    public Contact register() throws RejectedException {
        return registerKeys.register();
    }

    /**
     * Puts new keys into force in the place of the user's, which agree. Keep {@code next} before, and the old keys afterwards,
     * for the containers that were opened under them: {@link dev.mayfly.client.party.Keyring#preparing} and
     * {@link dev.mayfly.client.party.Keyring#rotated}. Then connect anew.
     */
    public Contact rotate(UserKeys next) throws RejectedException {
        return rotateKeys.rotate(next);
    }

    /**
     * Asks for this client's keys in the place of registered ones that were lost. They come into force a day later, unless
     * somebody with the lost ones says no; contacts who pinned those must accept them.
     */
    public Contact reset() throws RejectedException {
        return resetKeys.reset();
    }

    /** Compares what the directory has for this user with the user's keys. Call it now and then. */
    public OwnKeys watch() throws RejectedException {
        return watchKeys.watch();
    }

    /** The same, compared with a ledger as well: a directory may tell the user another history than its contacts. */
    public OwnKeys watch(AuditLog ledger) throws RejectedException {
        return watchKeys.watch(ledger);
    }

    /** Cancels a reset of this user's keys, before it is due. */
    public Contact cancel(Contact.Reset reset) throws RejectedException {
        return cancelReset.cancel(reset);
    }
}
