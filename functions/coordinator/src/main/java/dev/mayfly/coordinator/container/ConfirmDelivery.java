package dev.mayfly.coordinator.container;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends a container by the receiver's receipt. */
@Singleton
public class ConfirmDelivery {
    private final Parties parties;
    private final ContainerStore containers;
    private final Clock clock;

    ConfirmDelivery(Parties parties, ContainerStore containers, Clock clock) {
        this.parties = parties;
        this.containers = containers;
        this.clock = clock;
    }

    /** Records the receipt; the same receipt again finds the container delivered. */
    public CoordinatorApi.State confirm(UserId user, CoordinatorApi.Receipt request) {
        var party = parties.recognise(user, MessageStatement.RECEIPT, request.statement(), request.party());
        if (party.role() != Role.RECEIVER) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Only the receiver confirms.");
        }
        long now = clock.instant().getEpochSecond();
        StoredContainer container = party.container();
        if (container.stateAt(now) == ContainerState.ACTIVE) {
            container = deliver(party, request, now);
        }
        return switch (container.stateAt(now)) {
            case DELIVERED -> TellState.answer(container, now);
            case OPENING, ACTIVE -> throw Refusal.of(ErrorCode.CONTAINER_NOT_ACTIVE, "Nothing was sent in it yet.");
            case REVOKED, EXPIRED -> throw Refusal.of(ErrorCode.CONTAINER_ENDED, "The container has ended otherwise.");
        };
    }

    private StoredContainer deliver(Parties.Party<MessageStatement> party, CoordinatorApi.Receipt request, long now) {
        MessageStatement receipt = party.statement().claims();
        receipt.issued().requireCurrent(clock);
        ContainerFields fields = party.container().fields();
        Ends.require(request.end(), fields);
        requireSameMessage(receipt);
        EntryBody.ContainerDelivered entry =
                new EntryBody.ContainerDelivered(fields.id(), party.statement().digest());
        return containers.deliverIfActive(fields.id(), request.end(), entry, now);
    }

    private void requireSameMessage(MessageStatement receipt) {
        String sent = containers
                .message(receipt.containerId())
                .orElseThrow(() -> Refusal.of(ErrorCode.MESSAGE_MISSING, "Nothing was sent in it yet."))
                .sent();
        try {
            if (!receipt.isOverSameMessage(
                    MessageStatement.SENT.verifyEmbedded(sent).claims())) {
                throw Refusal.ofField(ErrorCode.REJECTED, "/statement", "The receipt is over another message.");
            }
        } catch (RejectedException altered) {
            throw new IllegalStateException("a stored statement does not verify", altered);
        }
    }
}
