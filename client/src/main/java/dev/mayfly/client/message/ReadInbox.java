package dev.mayfly.client.message;

import dev.mayfly.client.party.Session;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.message.InboxStatement;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.ArrayList;
import java.util.List;

/** Reads a user's inbox page by page. */
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

    private CoordinatorApi.Inbox page(Bytes after, Session within) {
        InboxStatement question = new InboxStatement(within.toCoordinator(), after);
        String statement =
                InboxStatement.TYPE.sign(question, within.me().signing()).compact();
        return within.coordinator().inbox(new CoordinatorApi.Ask(statement));
    }
}
