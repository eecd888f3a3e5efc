package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells a registered user another user's keys, with the proof that they are what the ledger shows. */
@Singleton
public class LookUpKeys {
    private final Callers callers;
    private final VrfPrivateKey vrfKey;
    private final KeysInForce inForce;
    private final Clock clock;

    LookUpKeys(Callers callers, VrfPrivateKey vrfKey, KeysInForce inForce, Clock clock) {
        this.callers = callers;
        this.vrfKey = vrfKey;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The keys of the user that the caller's statement names. */
    public CoordinatorApi.RegisteredKeys lookUp(UserId caller, CoordinatorApi.Ask request) {
        LookupStatement question = question(caller, request.statement());
        question.issued().requireCurrent(clock);
        KeyIndex index = KeyIndex.of(question.user(), vrfKey);
        return KeysReply.of(index, inForce.of(index.value()));
    }

    /** About itself a user may ask under any key: who lost the keys in force asks for a reset by what it learns here. */
    private LookupStatement question(UserId caller, String compact) {
        LookupStatement question =
                callers.signedByAnybody(LookupStatement.TYPE, compact).claims();
        return question.user().equals(caller)
                ? question
                : callers.signed(callers.registered(caller, "/statement"), LookupStatement.TYPE, compact)
                        .claims();
    }
}
