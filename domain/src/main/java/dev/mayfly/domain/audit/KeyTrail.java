package dev.mayfly.domain.audit;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.KeyEntry;
import java.util.Optional;

/** One user's keys on their way through the ledger. */
final class KeyTrail {
    private Optional<KeyEntry.Version> newest = Optional.empty();
    private Optional<KeyEntry.KeysResetRequested> waiting = Optional.empty();

    void apply(long time, KeyEntry entry) throws RejectedException {
        if (entry instanceof KeyEntry.KeysRegistered registered) {
            register(time, registered);
        } else if (entry instanceof KeyEntry.KeysResetRequested requested) {
            request(time, requested);
        } else if (entry instanceof KeyEntry.KeysResetCancelled cancelled) {
            cancel(time, cancelled);
        } else if (entry instanceof KeyEntry.KeysReset reset) {
            reset(time, reset);
        }
    }

    /** New keys that the old ones agree to end a reset as well: it asked for this very place. */
    private void register(long time, KeyEntry.KeysRegistered registered) throws RejectedException {
        requireNext(registered);
        if (waiting.isPresent() && waiting.get().isDueAt(time)) {
            throw new RejectedException("the keys before were replaced by a reset by then");
        }
        enter(registered);
    }

    private void request(long time, KeyEntry.KeysResetRequested requested) throws RejectedException {
        requireNext(requested);
        if (newest.isEmpty()) {
            throw new RejectedException("a reset of keys that were never registered");
        }
        if (waiting.isPresent()) {
            throw new RejectedException("another reset was waiting");
        }
        if (requested.effectiveAt() != time + KeyEntry.KeysResetRequested.DELAY_SECONDS) {
            throw new RejectedException("the reset does not wait for a day");
        }
        waiting = Optional.of(requested);
    }

    private void cancel(long time, KeyEntry.KeysResetCancelled cancelled) throws RejectedException {
        if (waiting.isEmpty() || !waiting.get().digest().equals(cancelled.reset())) {
            throw new RejectedException("no such reset was waiting");
        }
        if (waiting.get().isDueAt(time)) {
            throw new RejectedException("the reset was in force by then");
        }
        waiting = Optional.empty();
    }

    private void reset(long time, KeyEntry.KeysReset reset) throws RejectedException {
        if (waiting.isEmpty() || !waiting.get().effect().equals(reset)) {
            throw new RejectedException("no such reset was waiting");
        }
        if (!waiting.get().isDueAt(time)) {
            throw new RejectedException("the reset came into force before its day was over");
        }
        enter(reset);
    }

    private void requireNext(KeyEntry.Place place) throws RejectedException {
        if (!place.follows(newest)) {
            throw new RejectedException("the keys do not follow the ones before");
        }
    }

    private void enter(KeyEntry.Version version) {
        newest = Optional.of(version);
        waiting = Optional.empty();
    }
}
