package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Users' keys as they are in force now. A reset comes into force in the second it is due: whoever asks first from then on has
 * it recorded.
 */
@Singleton
class KeysInForce {
    private final KeyDirectory directory;
    private final Clock clock;

    KeysInForce(KeyDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    KeyHistory of(Bytes index) {
        KeyHistory history = directory.find(index);
        long now = clock.instant().getEpochSecond();
        return history.waiting()
                .filter(reset -> reset.entry().isDueAt(now))
                .map(reset -> directory.resetIfDue(reset, now))
                .orElse(history);
    }
}
