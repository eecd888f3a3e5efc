package dev.mayfly.coordinator.message;

import dev.mayfly.coordinator.container.Parties;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.container.StoredContainer.Certificate;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives a party everything it needs to check an active container, and its message once there is one. Ends nothing. */
@Singleton
public class FetchMessage {
    private static final StoredMessage NOTHING = new StoredMessage("", "");

    private final Parties parties;
    private final Registries registries;
    private final ContainerStore containers;
    private final Clock clock;

    FetchMessage(Parties parties, Registries registries, ContainerStore containers, Clock clock) {
        this.parties = parties;
        this.registries = registries;
        this.containers = containers;
        this.clock = clock;
    }

    /** An active container, and what was sent in it: nothing yet, when the receiver asked for it. */
    public CoordinatorApi.Fetched fetch(UserId user, CoordinatorApi.AskContainer request) {
        var party = parties.recognise(user, PartyStatement.FETCH, request.statement(), request.party());
        party.statement().claims().issued().requireCurrent(clock);
        StoredContainer container = party.container();
        if (container.stateAt(clock.instant().getEpochSecond()).isEnd()) {
            throw Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended.");
        }
        Certificate certificate = container
                .certificate()
                .orElseThrow(() -> Refusal.of(ErrorCode.CONTAINER_NOT_ACTIVE, "The container is not active yet."));
        StoredMessage message = containers.message(container.fields().id()).orElse(NOTHING);
        return new CoordinatorApi.Fetched(
                container.fields().encoded(),
                registries.statement(container.registryVersion()),
                container.proof(),
                container.open(),
                certificate.dealing(),
                certificate.holdings(),
                message.sent(),
                message.message());
    }
}
