package dev.mayfly.coordinator.message;

import dev.mayfly.coordinator.directory.Callers;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.message.Mailbox;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lists the containers that a user is a party of, a page at a time. */
@Singleton
public class ReadInbox {
    private static final int PAGE = 100;
    private static final Bytes LAST = Bytes.of(new byte[0]);

    private final Callers callers;
    private final Mailbox mailbox;
    private final Clock clock;

    ReadInbox(Callers callers, Mailbox mailbox, Clock clock) {
        this.callers = callers;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** The page that the caller's statement asks for. */
    public CoordinatorApi.Inbox read(UserId user, String compact) {
        Callers.Registered caller = callers.registered(user, "/statement");
        InboxStatement question =
                callers.signed(caller, InboxStatement.TYPE, compact).claims();
        question.issued().requireCurrent(clock);
        long now = clock.instant().getEpochSecond();
        List<Mailbox.Item> items = mailbox.page(caller.index().value(), after(question.after()), PAGE, now);
        return new CoordinatorApi.Inbox(
                items.stream().map(ReadInbox::answer).toList(),
                items.size() < PAGE ? LAST : items.get(PAGE - 1).containerId());
    }

    private static CoordinatorApi.InboxItem answer(Mailbox.Item item) {
        return new CoordinatorApi.InboxItem(
                item.containerId(),
                item.role().label(),
                item.state().label(),
                item.messageStored(),
                item.expiresAt(),
                item.invitation());
    }

    private static Optional<Bytes> after(Bytes after) {
        if (after.size() != 0 && after.size() != 32) {
            throw Refusal.ofField(ErrorCode.REJECTED, "/statement", "after is empty or a container id");
        }
        return after.size() == 0 ? Optional.empty() : Optional.of(after);
    }
}
