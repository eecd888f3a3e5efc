package dev.mayfly.dynamo.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.LedgerObserver;
import dev.mayfly.dynamo.schema.Tables;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes a state and the entry that records it in one transaction. Make one per process: its threads take turns, so that
 * only processes compete for the head of the chain; the condition on the position decides between those.
 */
public final class LedgerWriter {
    private static final int ATTEMPTS = 32;
    private static final int UNANSWERED_ATTEMPTS = 3;
    private static final long TURN_SECONDS = 10;
    private static final int TOKEN_BYTES = 24;

    private final DynamoDbClient client;
    private final AuditTable audit;
    private final String network;
    private final SecureRandom random;
    private final Backoff backoff;
    private final LedgerObserver observer;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** A writer that nobody observes. */
    public LedgerWriter(DynamoDbClient client, Tables tables, String network, SecureRandom random) {
        this(client, tables, network, random, LedgerObserver.NONE);
    }

    /**
     * A writer of a coordinator's ledger.
     *
     * @param network name of the network, which the first entry's predecessor is made of
     * @param random for tokens and pauses
     */
    public LedgerWriter(
            DynamoDbClient client, Tables tables, String network, SecureRandom random, LedgerObserver observer) {
        this.client = client;
        this.audit = new AuditTable(client, tables);
        this.network = network;
        this.random = random;
        this.backoff = new Backoff(random);
        this.observer = observer;
    }

    /**
     * Appends an entry together with the changes it records. An unanswered transaction is tried again at the head of that
     * time: one of {@code state}'s conditions must therefore fail once the changes are made.
     *
     * @param state the changes, built by the stores
     * @param now seconds since the epoch, the entry's time
     * @return true when this call wrote them; false when a condition of {@code state} did not hold, be it that the same
     *     change was made before, by this very call too: the caller reads what is stored
     * @throws dev.mayfly.domain.wire.Refusal {@code BUSY}, when other writers were faster every time
     * @throws SdkException when DynamoDB does not answer
     */
    public boolean record(List<TransactWriteItem> state, EntryBody body, long now) {
        takeTurn();
        try {
            return attempt(state, body, now);
        } finally {
            turn.unlock();
        }
    }

    private boolean attempt(List<TransactWriteItem> state, EntryBody body, long now) {
        int unanswered = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Submission.Outcome outcome = submit(state, next(body, now));
                if (outcome != Submission.Outcome.CONTENDED) {
                    return told(outcome, body);
                }
                observer.contended();
            } catch (SdkException failed) {
                unanswered++;
                if (!Submission.isUnanswered(failed) || unanswered == UNANSWERED_ATTEMPTS) {
                    throw failed;
                }
            }
            backoff.pauseAfter(attempt);
        }
        throw Backoff.busy();
    }

    private boolean told(Submission.Outcome outcome, EntryBody body) {
        boolean written = outcome == Submission.Outcome.WRITTEN;
        if (written) {
            observer.appended(body);
        }
        return written;
    }

    private Entry next(EntryBody body, long now) {
        ChainHead head = audit.head().orElseGet(() -> ChainHead.ofEmpty(network));
        return Entry.following(head.digest(), head.entries(), now, body);
    }

    private Submission.Outcome submit(List<TransactWriteItem> state, Entry entry) {
        List<TransactWriteItem> items =
                Stream.concat(state.stream(), Stream.of(audit.appending(entry))).toList();
        return Submission.submit(
                client, items, Bytes.random(random, TOKEN_BYTES).toBase64Url());
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw Backoff.busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Backoff.busy();
        }
    }
}
