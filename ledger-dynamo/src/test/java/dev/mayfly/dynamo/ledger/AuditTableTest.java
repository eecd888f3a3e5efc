package dev.mayfly.dynamo.ledger;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.dynamo.Chain;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDynamo.class)
class AuditTableTest {
    private static final int LARGE = 200_000;

    private final AuditTable audit;
    private final LedgerWriter writer;

    AuditTableTest(Database database) {
        this.audit = new AuditTable(database.client(), database.tables());
        this.writer = database.writer();
    }

    private void append(int count, int size) {
        for (int i = 0; i < count; i++) {
            writer.record(List.of(), new EntryBody.RegistryPublished("x".repeat(size)), CREATED + i);
        }
    }

    @Test
    void entries_emptyBeforeTheFirst() {
        assertThat(audit.entries(0, 10)).isEmpty();
        assertThat(audit.head()).isEmpty();
    }

    @Test
    void entries_readOnFromAnyPosition() {
        append(5, 10);

        List<Bytes> all = audit.entries(0, 100);

        assertThat(audit.entries(0, 2)).isEqualTo(all.subList(0, 2));
        assertThat(audit.entries(3, 2)).isEqualTo(all.subList(3, 5));
        assertThat(audit.entries(5, 2)).isEmpty();
        assertThat(Chain.linked(all))
                .extracting(Entry::time)
                .containsExactly(CREATED, CREATED + 1, CREATED + 2, CREATED + 3, CREATED + 4);
    }

    @Test
    void entries_readOnBehindWhatOneAnswerCanHold() {
        append(7, LARGE);

        assertThat(Chain.linked(audit.entries(0, 100))).hasSize(7);
    }

    @Test
    void head_isTheLastEntry() {
        append(3, 10);

        Bytes last = audit.entries(2, 1).get(0);
        assertThat(audit.head()).contains(new ChainHead(3, last.sha256()));
    }

    @Test
    void entriesAbout_areThoseOfOneSubjectInTheirOrder() {
        Bytes ours = Samples.bytes(32);
        List<EntryBody> bodies = List.of(
                new EntryBody.ContainerExpired(Samples.bytes(32)),
                Samples.sent(ours),
                new EntryBody.RegistryPublished("x"),
                Samples.delivered(ours),
                Samples.erased(ours, 1, 2));
        bodies.forEach(body -> writer.record(List.of(), body, CREATED));
        List<Bytes> all = audit.entries(0, 100);

        assertThat(audit.entriesAbout(ours, 0, 100)).containsExactly(all.get(1), all.get(3), all.get(4));
        assertThat(audit.entriesAbout(ours, 2, 1)).containsExactly(all.get(3));
        assertThat(audit.entriesAbout(ours, 5, 100)).isEmpty();
        assertThat(audit.entriesAbout(Samples.bytes(32), 0, 100)).isEmpty();
    }
}
