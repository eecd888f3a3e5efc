package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Registers a user's first keys. The keys in force, stated again, find themselves. */
@Singleton
public class RegisterKeys {
    private final VrfPrivateKey vrfKey;
    private final StatedKeys stated;
    private final KeysInForce inForce;
    private final KeyDirectory directory;
    private final Clock clock;

    RegisterKeys(VrfPrivateKey vrfKey, StatedKeys stated, KeysInForce inForce, KeyDirectory directory, Clock clock) {
        this.vrfKey = vrfKey;
        this.stated = stated;
        this.inForce = inForce;
        this.directory = directory;
        this.clock = clock;
    }

    /** Registers what the statement says for the user the token names. */
    public CoordinatorApi.RegisteredKeys register(UserId caller, CoordinatorApi.RegisterKeys request) {
        KeysStatement keys = stated.verified(caller, request.statement());
        KeyIndex index = KeyIndex.of(caller, vrfKey);
        KeyHistory history = inForce.of(index.value());
        if (history.versions().isEmpty()) {
            history = registerFirst(keys, index);
        }
        if (!history.newest().orElseThrow().keys().equals(keys.keys())) {
            throw KeysReply.conflict();
        }
        return KeysReply.of(index, history);
    }

    private KeyHistory registerFirst(KeysStatement keys, KeyIndex index) {
        keys.issued().requireCurrent(clock);
        var entry = keys.registered(index.value());
        if (!entry.follows(Optional.empty())) {
            throw KeysReply.conflict();
        }
        return directory.registerIfNext(
                new Registration(keys.keys(), keys.salt(), entry, Optional.empty()),
                clock.instant().getEpochSecond());
    }
}
