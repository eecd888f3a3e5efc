package dev.mayfly.handler.message;

import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells what is in the owner's mailbox. Who the other party is, the invitation says: receiving verifies it. */
@Singleton
public final class ListContainers {
    private final Party party;
    private final Keyring keys;

    ListContainers(Party party, Keyring keys) {
        this.party = party;
        this.keys = keys;
    }

    /** All containers that have not ended. What does not open is left out: anybody may have put it there, and it is nothing. */
    public HandlerApi.Inbox all() {
        return list(party.ask(client -> client.inbox()));
    }

    /** Those of them that wait for content of the owner's. */
    public HandlerApi.Inbox toFill() {
        return list(party.ask(client -> client.toFill()));
    }

    /**
     * One of them.
     *
     * @throws Refusal {@code container-unknown}, also when it has ended
     */
    public HandlerApi.Item one(Bytes containerId) {
        return told(party.find(containerId))
                .orElseThrow(() -> Refusal.of(ErrorCode.ANSWER_REJECTED, "The container's invitation does not open."));
    }

    private HandlerApi.Inbox list(List<CoordinatorApi.InboxItem> items) {
        return new HandlerApi.Inbox(
                items.stream().map(this::told).flatMap(Optional::stream).toList());
    }

    private Optional<HandlerApi.Item> told(CoordinatorApi.InboxItem item) {
        try (Invitation invitation = keys.open(item.invitation(), item.containerId())) {
            Role role = Role.of(item.role());
            UserId peer = invitation.user(role.other());
            return Optional.of(new HandlerApi.Item(
                    item.containerId(),
                    role.label(),
                    new HandlerApi.User(peer.issuer(), peer.subject()),
                    item.state(),
                    item.messageStored(),
                    item.expiresAt()));
        } catch (RejectedException nothing) {
            return Optional.empty();
        }
    }
}
