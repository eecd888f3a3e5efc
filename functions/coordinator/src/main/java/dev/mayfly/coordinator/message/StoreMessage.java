package dev.mayfly.coordinator.message;

import dev.mayfly.coordinator.container.Parties;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Jwe;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.message.StoredMessage;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Stores a container's message. There is one: whoever sends again, even something else, is shown what was stored first, so
 * that one key never seals two messages. After the receipt only the very statement that was stored is still answered, and
 * nothing is from the second the container ends by its time.
 */
@Singleton
public class StoreMessage {
    private final Parties parties;
    private final ContainerStore containers;
    private final Clock clock;

    StoreMessage(Parties parties, ContainerStore containers, Clock clock) {
        this.parties = parties;
        this.containers = containers;
        this.clock = clock;
    }

    /** Stores the message unless there is one. */
    public CoordinatorApi.Stored store(UserId user, CoordinatorApi.Send request) {
        var party = parties.recognise(user, MessageStatement.SENT, request.statement(), request.party());
        if (party.role() != Role.SENDER) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Only the sender sends.");
        }
        if (party.container().fields().endedAt(clock.instant().getEpochSecond())) {
            throw notActive(party);
        }
        StoredMessage stored = containers
                .message(party.statement().claims().containerId())
                .filter(message -> mayBeShown(message, party, request))
                .or(() -> containers.storeMessageIfFirst(
                        party.statement().claims().containerId(),
                        verified(party, request),
                        entry(party),
                        clock.instant().getEpochSecond()))
                .orElseThrow(() -> notActive(party));
        return new CoordinatorApi.Stored(party.statement().claims().containerId(), stored.sent(), stored.message());
    }

    private static boolean mayBeShown(
            StoredMessage message, Parties.Party<MessageStatement> party, CoordinatorApi.Send request) {
        return !party.container().state().isEnd() || message.sent().equals(request.statement());
    }

    private StoredMessage verified(Parties.Party<MessageStatement> party, CoordinatorApi.Send request) {
        MessageStatement sent = party.statement().claims();
        sent.issued().requireCurrent(clock);
        if (party.container().stateAt(clock.instant().getEpochSecond()) != ContainerState.ACTIVE) {
            throw notActive(party);
        }
        try {
            Jwe message = Jwe.parse(request.message());
            if (!message.containerId().equals(sent.containerId())
                    || !message.digest().equals(sent.messageDigest())) {
                throw new RejectedException("the message is not the one the statement is over");
            }
            return new StoredMessage(request.statement(), request.message());
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/message");
        }
    }

    private static EntryBody.MessageSent entry(Parties.Party<MessageStatement> party) {
        return new EntryBody.MessageSent(
                party.statement().claims().containerId(), party.statement().digest());
    }

    private Refusal notActive(Parties.Party<MessageStatement> party) {
        ContainerState state = party.container().stateAt(clock.instant().getEpochSecond());
        return state == ContainerState.OPENING
                ? Refusal.of(ErrorCode.CONTAINER_NOT_ACTIVE, "The container is not active yet.")
                : Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended.");
    }
}
