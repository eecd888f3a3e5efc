package dev.mayfly.coordinator.container;

import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells a party how its container stands, for as long as the container is kept. */
@Singleton
public class TellState {
    private final Parties parties;
    private final Clock clock;

    TellState(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** The state that holds now. */
    public CoordinatorApi.State tell(UserId user, CoordinatorApi.AskContainer request) {
        var party = parties.recognise(user, PartyStatement.STATUS, request.statement(), request.party());
        party.statement().claims().issued().requireCurrent(clock);
        return answer(party.container(), clock.instant().getEpochSecond());
    }

    static CoordinatorApi.State answer(StoredContainer container, long now) {
        return new CoordinatorApi.State(
                container.fields().id(), container.stateAt(now).label(), container.messageStored());
    }
}
