package dev.mayfly.coordinator.container;

import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends an active container by the word of either party. What was read already stays read. */
@Singleton
public class RevokeContainer {
    private final Parties parties;
    private final ContainerStore containers;
    private final Clock clock;

    RevokeContainer(Parties parties, ContainerStore containers, Clock clock) {
        this.parties = parties;
        this.containers = containers;
        this.clock = clock;
    }

    /** Revokes; again, or by the other party too, finds the container revoked. */
    public CoordinatorApi.State revoke(UserId user, CoordinatorApi.Revoke request) {
        var party = parties.recognise(user, RevokeStatement.TYPE, request.statement(), request.party());
        long now = clock.instant().getEpochSecond();
        StoredContainer container = party.container();
        if (container.stateAt(now) == ContainerState.ACTIVE) {
            party.statement().claims().issued().requireCurrent(clock);
            Ends.require(request.end(), container.fields());
            EntryBody.ContainerRevoked entry = new EntryBody.ContainerRevoked(
                    container.fields().id(), party.statement().digest());
            container = containers.revokeIfActive(container.fields().id(), request.end(), entry, now);
        }
        return switch (container.stateAt(now)) {
            case REVOKED -> TellState.answer(container, now);
            case OPENING, ACTIVE ->
                throw Refusal.of(
                        ErrorCode.CONTAINER_NOT_ACTIVE, "The container is not active; left alone, it expires.");
            case DELIVERED, EXPIRED ->
                throw Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended otherwise.");
        };
    }
}
