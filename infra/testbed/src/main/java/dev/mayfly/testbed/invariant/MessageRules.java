package dev.mayfly.testbed.invariant;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.EntryBody.MessageSent;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.message.StoredMessage;
import java.util.Map;

/** Messages and mailboxes. Both are garbage from the container's time on, and may be gone then. */
final class MessageRules {
    private static final int PARTIES = 2;

    private final Map<Bytes, MessageSent> sent;
    private final CoordinatorTables tables;
    private final long now;
    private final Violations found;

    MessageRules(LedgerView ledger, CoordinatorTables tables, long now, Violations found) {
        this.sent = ledger.bySubject(MessageSent.class);
        this.tables = tables;
        this.now = now;
        this.found = found;
    }

    void check() {
        tables.containers().forEach((id, kept) -> {
            boolean stored = kept.container().messageStored();
            found.require(stored == sent.containsKey(id), id, "it says that a message is stored when the ledger does");
            if (!kept.container().fields().endedAt(now)) {
                found.require(stored == tables.messages().containsKey(id), id, "its message is there when it says so");
            }
            requireShown(id, kept);
        });
        tables.messages().forEach(this::requireEntry);
        tables.mailboxes()
                .keySet()
                .forEach(id -> found.require(
                        tables.containers().containsKey(id), id, "a mailbox shows containers that there are"));
    }

    private void requireShown(Bytes id, CoordinatorTables.Kept kept) {
        long mailboxes = tables.mailboxes().getOrDefault(id, 0L);
        boolean ended = kept.container().state().isEnd();
        found.require(!ended || mailboxes == 0, id, "what has ended is in nobody's mailbox");
        found.require(
                ended || kept.container().fields().endedAt(now) || mailboxes == PARTIES,
                id,
                "it is in both parties' mailboxes while it lives");
    }

    private void requireEntry(Bytes id, StoredMessage message) {
        try {
            Bytes digest = MessageStatement.SENT.verifyEmbedded(message.sent()).digest();
            found.require(
                    sent.containsKey(id) && sent.get(id).sentDigest().equals(digest),
                    id,
                    "a stored message is the one on the ledger");
        } catch (RejectedException altered) {
            found.require(false, id, "a stored statement verifies");
        }
    }
}
