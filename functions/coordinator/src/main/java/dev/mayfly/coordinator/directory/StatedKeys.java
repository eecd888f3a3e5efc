package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/** Reads what a caller states of its own keys. */
@Singleton
class StatedKeys {
    private final Network network;

    StatedKeys(Network network) {
        this.network = network;
    }

    /** The claims of a {@code keys} statement about the caller, signed by the key it is about. Its age is not looked at. */
    KeysStatement verified(UserId caller, String compact) {
        try {
            Statement<KeysStatement> statement = KeysStatement.TYPE.verifyEmbedded(compact);
            KeysStatement keys = statement.claims();
            keys.issued().requireFor(network.name(), Issued.COORDINATOR);
            if (!statement.signer().equals(keys.keys().signing())) {
                throw new RejectedException("the statement is not signed by the key it registers");
            }
            if (!keys.user().equals(caller)) {
                throw new RejectedException("the statement is about another user than the token");
            }
            return keys;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/statement");
        }
    }
}
