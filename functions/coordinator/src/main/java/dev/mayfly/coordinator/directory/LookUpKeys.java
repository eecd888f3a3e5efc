package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.identity.KeyIndex;
import dev.mayfly.domain.identity.LookupStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells a registered user another user's keys, with the proof that they are what the ledger shows. */
@Singleton
public class LookUpKeys {
    private final Callers callers;
    private final VrfPrivateKey vrfKey;
    private final KeyHistory history;
    private final Clock clock;

    LookUpKeys(Callers callers, VrfPrivateKey vrfKey, KeyHistory history, Clock clock) {
        this.callers = callers;
        this.vrfKey = vrfKey;
        this.history = history;
        this.clock = clock;
    }

    /** The keys of the user that the caller's statement names. */
    public CoordinatorApi.RegisteredKeys lookUp(UserId caller, String compact) {
        LookupStatement question = callers.signed(
                        callers.registered(caller, "/statement"), LookupStatement.TYPE, compact)
                .claims();
        question.issued().requireCurrent(clock);
        return history.of(KeyIndex.of(question.user(), vrfKey));
    }
}
