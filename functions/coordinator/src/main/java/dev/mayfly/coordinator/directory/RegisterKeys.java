package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.identity.KeyDirectory.Registration;
import dev.mayfly.domain.identity.KeyIndex;
import dev.mayfly.domain.identity.KeysStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Registers a user's first keys. The same keys again find the registration that stands. */
@Singleton
public class RegisterKeys {
    private final Network network;
    private final VrfPrivateKey vrfKey;
    private final KeyDirectory directory;
    private final KeyHistory history;
    private final Clock clock;

    RegisterKeys(Network network, VrfPrivateKey vrfKey, KeyDirectory directory, KeyHistory history, Clock clock) {
        this.network = network;
        this.vrfKey = vrfKey;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    /** Registers what the statement says for the user the token names. */
    public CoordinatorApi.RegisteredKeys register(UserId caller, String compact) {
        KeysStatement keys = verified(caller, compact);
        KeyIndex index = KeyIndex.of(caller, vrfKey);
        Registration stored = directory.current(index.value()).orElseGet(() -> registerFirst(keys, index));
        if (!stored.keys().equals(keys.keys())) {
            throw Refusal.ofField(ErrorCode.KEYS_CONFLICT, "/statement", "Other keys are registered for this user.");
        }
        return history.of(index);
    }

    private Registration registerFirst(KeysStatement keys, KeyIndex index) {
        keys.issued().requireCurrent(clock);
        if (keys.version() != 1 || !keys.predecessor().equals(KeysStatement.NO_PREDECESSOR)) {
            throw Refusal.ofField(
                    ErrorCode.KEYS_CONFLICT, "/statement", "A first registration has version 1 and no predecessor.");
        }
        EntryBody.KeysRegistered entry = new EntryBody.KeysRegistered(
                index.value(), keys.version(), keys.predecessor(), keys.keys().commitment(keys.salt()));
        return directory.registerIfNext(
                new Registration(keys.keys(), keys.salt(), entry),
                clock.instant().getEpochSecond());
    }

    private KeysStatement verified(UserId caller, String compact) {
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
