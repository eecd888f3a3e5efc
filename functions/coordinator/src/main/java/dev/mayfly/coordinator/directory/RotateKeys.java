package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Puts new keys in the place of a user's old ones, whose holder agrees. The same rotation again finds itself. */
@Singleton
public class RotateKeys {
    private final Network network;
    private final VrfPrivateKey vrfKey;
    private final StatedKeys stated;
    private final KeysInForce inForce;
    private final KeyDirectory directory;
    private final Clock clock;

    RotateKeys(
            Network network,
            VrfPrivateKey vrfKey,
            StatedKeys stated,
            KeysInForce inForce,
            KeyDirectory directory,
            Clock clock) {
        this.network = network;
        this.vrfKey = vrfKey;
        this.stated = stated;
        this.inForce = inForce;
        this.directory = directory;
        this.clock = clock;
    }

    /** Registers the next version of the keys of the user that the token names. */
    public CoordinatorApi.RegisteredKeys rotate(UserId caller, CoordinatorApi.RotateKeys request) {
        KeysStatement keys = stated.verified(caller, request.statement());
        KeyIndex index = KeyIndex.of(caller, vrfKey);
        KeyHistory history = inForce.of(index.value());
        Registration before = history.newest().orElseThrow(KeysReply::unknown);
        if (!isOf(before, keys)) {
            history = rotate(before, keys, index, request.succession());
        }
        if (!isOf(history.newest().orElseThrow(), keys)) {
            throw KeysReply.conflict();
        }
        return KeysReply.of(index, history);
    }

    private KeyHistory rotate(Registration before, KeysStatement keys, KeyIndex index, String succession) {
        keys.issued().requireCurrent(clock);
        KeyEntry.KeysRegistered entry = keys.registered(index.value());
        if (!entry.follows(Optional.of(before.entry()))) {
            throw KeysReply.conflict();
        }
        try {
            SuccessionStatement.verify(succession, network.name(), before.keys().signing(), entry);
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/succession");
        }
        return directory.registerIfNext(
                new Registration(keys.keys(), keys.salt(), entry, Optional.of(succession)),
                clock.instant().getEpochSecond());
    }

    private static boolean isOf(Registration version, KeysStatement keys) {
        return version.entry().version() == keys.version() && version.keys().equals(keys.keys());
    }
}
