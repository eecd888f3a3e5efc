package dev.mayfly.client.message;

import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a user's mailbox: all of it page by page, what in it waits for this user, or one container's place in it. */
public final class ReadInbox {
    private static final Bytes START = Bytes.of(new byte[0]);

    private final Session session;

    public ReadInbox(Session session) {
        this.session = session;
    }

    public List<CoordinatorApi.InboxItem> read() {
        Session within = session.exchange();
        List<CoordinatorApi.InboxItem> items = new ArrayList<>();
        Bytes after = START;
        do {
            CoordinatorApi.Inbox page = page(after, within);
            items.addAll(page.items());
            after = page.next();
        } while (after.size() > 0);
        return items;
    }

    public List<CoordinatorApi.InboxItem> toRead() {
        return read().stream()
                .filter(item -> item.role().equals(Role.RECEIVER.label()) && item.messageStored())
                .toList();
    }

    public List<CoordinatorApi.InboxItem> toFill() {
        return read().stream()
                .filter(item -> item.role().equals(Role.SENDER.label())
                        && item.state().equals(ContainerState.ACTIVE.label())
                        && !item.messageStored())
                .toList();
    }

    public Optional<CoordinatorApi.InboxItem> find(Bytes containerId) {
        return page(before(containerId), session.exchange()).items().stream()
                .filter(item -> item.containerId().equals(containerId))
                .findFirst();
    }

    /** Pages are in the order of ids, so the one that starts behind the id before it starts with it. */
    private static Bytes before(Bytes containerId) {
        byte[] id = containerId.toByteArray();
        int last = id.length - 1;
        while (last > 0 && id[last] == 0) {
            id[last--] = (byte) 0xff;
        }
        id[last]--;
        return Bytes.of(id);
    }

    private CoordinatorApi.Inbox page(Bytes after, Session within) {
        InboxStatement question = new InboxStatement(within.toCoordinator(), after);
        String statement =
                InboxStatement.TYPE.sign(question, within.me().signing()).compact();
        return within.coordinator().inbox(new CoordinatorApi.Ask(statement));
    }
}
