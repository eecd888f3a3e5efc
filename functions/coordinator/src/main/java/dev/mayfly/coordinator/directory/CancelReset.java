package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeyDirectory;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.ResetRequest;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Cancels a reset at the word of whoever has the keys in force. The same word again finds it cancelled. */
@Singleton
public class CancelReset {
    private final Callers callers;
    private final KeyDirectory directory;
    private final Clock clock;

    CancelReset(Callers callers, KeyDirectory directory, Clock clock) {
        this.callers = callers;
        this.directory = directory;
        this.clock = clock;
    }

    /** Cancels the reset that the caller's statement names. */
    public CoordinatorApi.RegisteredKeys cancel(UserId user, CoordinatorApi.Ask request) {
        Callers.Registered caller = callers.registered(user, "/statement");
        Statement<CancelResetStatement> cancel = callers.signed(caller, CancelResetStatement.TYPE, request.statement());
        KeyHistory history = caller.history();
        ResetRequest named = named(history, cancel);
        if (!named.cancelled()) {
            cancel.claims().issued().requireCurrent(clock);
            history = directory.cancelResetIfWaiting(
                    named, entry(caller, cancel), clock.instant().getEpochSecond());
        }
        if (!named(history, cancel).cancelled()) {
            throw notWaiting();
        }
        return KeysReply.of(caller.index(), history);
    }

    private static ResetRequest named(KeyHistory history, Statement<CancelResetStatement> cancel) {
        return history.lastReset()
                .filter(reset -> reset.entry().digest().equals(cancel.claims().reset()))
                .orElseThrow(CancelReset::notWaiting);
    }

    private static KeyEntry.KeysResetCancelled entry(
            Callers.Registered caller, Statement<CancelResetStatement> cancel) {
        return new KeyEntry.KeysResetCancelled(
                caller.index().value(), cancel.claims().reset(), cancel.digest());
    }

    private static Refusal notWaiting() {
        return Refusal.ofField(ErrorCode.RESET_NOT_WAITING, "/statement", "No such reset is waiting.");
    }
}
