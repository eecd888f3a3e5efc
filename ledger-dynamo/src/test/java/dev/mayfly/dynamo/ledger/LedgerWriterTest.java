package dev.mayfly.dynamo.ledger;

import static dev.mayfly.dynamo.Samples.CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.ledger.LedgerObserver;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.table.Attributes;
import dev.mayfly.dynamo.table.Condition;
import dev.mayfly.dynamo.table.Table;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@ExtendWith(LocalDynamo.class)
class LedgerWriterTest {
    private static final EntryBody OURS = new EntryBody.RegistryPublished("ours");
    private static final EntryBody THEIRS = new EntryBody.RegistryPublished("theirs");
    private static final int LARGER_THAN_AN_ITEM = 500_000;

    private final Database database;

    private final Told told = new Told();

    LedgerWriterTest(Database database) {
        this.database = database;
    }

    /** A writer whose head is taken by somebody else just before each of its first {@code times} transactions. */
    private LedgerWriter outrun(int times) {
        LedgerWriter other = database.writer();
        AtomicInteger left = new AtomicInteger(times);
        DynamoDbClient client = database.clientWith(new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
                    other.record(List.of(), THEIRS, CREATED);
                }
            }
        });
        return new LedgerWriter(client, database.tables(), Samples.NETWORK, new NoPauses(), told);
    }

    private TransactWriteItem refused() {
        Table keys = new Table(database.client(), database.tables(), TableSchema.SEEN_REGISTRY);
        return keys.checking(
                Condition.present(KeyAttribute.NETWORK),
                Attributes.none().put(KeyAttribute.NETWORK, "no such network"));
    }

    @Test
    void record_startsTheChainAtTheGenesis() {
        assertThat(database.writer().record(List.of(), OURS, CREATED)).isTrue();

        assertThat(database.chain())
                .singleElement()
                .satisfies(entry -> assertThat(entry.prev()).isEqualTo(Entry.genesis(Samples.NETWORK, Entry.LANE)));
    }

    @Test
    void record_standsBehindWhoeverAppendedMeanwhile() {
        assertThat(outrun(2).record(List.of(), OURS, CREATED)).isTrue();

        assertThat(database.chain()).extracting(Entry::body).containsExactly(THEIRS, THEIRS, OURS);
    }

    @Test
    void record_tellsOfEachConflictAndOfWhatItWrote() {
        outrun(2).record(List.of(), OURS, CREATED);
        assertThat(told.bodies).containsExactly(OURS);
        assertThat(told.conflicts).isEqualTo(2);

        outrun(0).record(List.of(refused()), OURS, CREATED);
        assertThat(told.bodies).hasSize(1);
    }

    @Test
    void record_isBusyWhenOthersAreFasterEveryTime() {
        assertThatThrownBy(() -> outrun(1000).record(List.of(), OURS, CREATED))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.BUSY);
                    assertThat(refusal.retryAfter()).isPresent();
                });

        assertThat(database.chain()).extracting(Entry::body).doesNotContain(OURS);
    }

    @Test
    void record_isBusyWhenItsThreadIsInterrupted() {
        LedgerWriter writer = database.writer();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> writer.record(List.of(), OURS, CREATED)).isInstanceOf(Refusal.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(database.chain()).isEmpty();
    }

    @Test
    void record_appendsNothingWhenTheStateIsRefused() {
        assertThat(database.writer().record(List.of(refused()), OURS, CREATED)).isFalse();

        assertThat(database.chain()).isEmpty();
    }

    @Test
    void record_appendsNothingWhenTheStateIsRefusedAndTheHeadMovedToo() {
        assertThat(outrun(1).record(List.of(refused()), OURS, CREATED)).isFalse();

        assertThat(database.chain()).extracting(Entry::body).containsExactly(THEIRS);
    }

    @Test
    void record_failsAtOnceWhenTheEntryIsTooLarge() {
        EntryBody large = new EntryBody.RegistryPublished("x".repeat(LARGER_THAN_AN_ITEM));

        assertThatThrownBy(() -> database.writer().record(List.of(), large, CREATED))
                .isInstanceOf(DynamoDbException.class);

        assertThat(database.chain()).isEmpty();
    }

    private static final class Told implements LedgerObserver {
        private final List<EntryBody> bodies = new ArrayList<>();
        private int conflicts;

        @Override
        public void appended(EntryBody body) {
            bodies.add(body);
        }

        @Override
        public void contended() {
            conflicts++;
        }
    }

    /** Draws the shortest pause every time. */
    private static final class NoPauses extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    }
}
