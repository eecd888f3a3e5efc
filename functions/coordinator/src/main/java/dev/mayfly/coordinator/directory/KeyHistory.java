package dev.mayfly.coordinator.directory;

import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.identity.KeyDirectory.Registration;
import dev.mayfly.domain.identity.KeyIndex;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.List;

/** A user's keys with what proves them: the proof of the index, and every entry that stands on the ledger under it. */
@Singleton
class KeyHistory {
    private final KeyDirectory directory;

    KeyHistory(KeyDirectory directory) {
        this.directory = directory;
    }

    CoordinatorApi.RegisteredKeys of(KeyIndex index) {
        List<Registration> versions = directory.history(index.value());
        if (versions.isEmpty()) {
            throw Refusal.ofField(ErrorCode.KEYS_UNKNOWN, "/statement", "No keys are registered for this user.");
        }
        Registration newest = versions.get(versions.size() - 1);
        return new CoordinatorApi.RegisteredKeys(
                newest.keys().signing().bytes(),
                newest.keys().encryption().bytes(),
                newest.salt(),
                index.proof().bytes(),
                versions.stream().map(version -> version.entry().encoded()).toList());
    }
}
