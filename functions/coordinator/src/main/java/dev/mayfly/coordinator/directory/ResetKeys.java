package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Takes the wish of a user who lost its keys for others in their place: it is on the ledger at once, waits for a day, and can
 * be cancelled meanwhile by whoever has the keys in force. The same wish again finds itself, waiting or in force.
 */
@Singleton
public class ResetKeys {
    private final VrfPrivateKey vrfKey;
    private final StatedKeys stated;
    private final KeysInForce inForce;
    private final KeyDirectory directory;
    private final Clock clock;

    ResetKeys(VrfPrivateKey vrfKey, StatedKeys stated, KeysInForce inForce, KeyDirectory directory, Clock clock) {
        this.vrfKey = vrfKey;
        this.stated = stated;
        this.inForce = inForce;
        this.directory = directory;
        this.clock = clock;
    }

    /** Asks for the next version of the keys of the user that the token names. */
    public CoordinatorApi.RegisteredKeys reset(UserId caller, CoordinatorApi.RegisterKeys request) {
        KeysStatement keys = stated.verified(caller, request.statement());
        KeyIndex index = KeyIndex.of(caller, vrfKey);
        KeyHistory history = inForce.of(index.value());
        Registration before = history.newest().orElseThrow(KeysReply::unknown);
        if (!before.keys().equals(keys.keys()) && history.waiting().isEmpty()) {
            history = request(keys, index, history);
        }
        requireOutcome(history, keys.keys());
        return KeysReply.of(index, history);
    }

    private KeyHistory request(KeysStatement keys, KeyIndex index, KeyHistory history) {
        keys.issued().requireCurrent(clock);
        long now = clock.instant().getEpochSecond();
        KeyEntry.KeysResetRequested entry = keys.resetRequested(index.value(), now);
        if (!entry.follows(history.newestEntry())) {
            throw KeysReply.conflict();
        }
        ResetRequest request = new ResetRequest(keys.keys(), keys.salt(), entry, false);
        return directory.requestResetIfNoneWaits(request, now);
    }

    private static void requireOutcome(KeyHistory history, PublicKeys wanted) {
        if (history.newest().orElseThrow().keys().equals(wanted)) {
            return;
        }
        PublicKeys waiting = history.waiting()
                .orElseThrow(() -> Refusal.ofField(
                        ErrorCode.RESET_NOT_WAITING,
                        "/statement",
                        "This reset was cancelled, or other keys came first."))
                .keys();
        if (!waiting.equals(wanted)) {
            throw Refusal.ofField(
                    ErrorCode.RESET_WAITING, "/statement", "A reset to other keys is waiting for its day to pass.");
        }
    }
}
