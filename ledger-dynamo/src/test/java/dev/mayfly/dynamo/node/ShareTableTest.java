package dev.mayfly.dynamo.node;

import static dev.mayfly.dynamo.Samples.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import dev.mayfly.dynamo.schema.TableSchema;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDynamo.class)
class ShareTableTest extends ShareStoreContract {
    private static final Duration RETENTION = Duration.ofDays(7);

    private final Database database;
    private final ShareStore shares;

    ShareTableTest(Database database) {
        this.database = database;
        this.shares = new ShareTable(database.client(), database.tables(), RETENTION);
    }

    @Override
    ShareStore shares() {
        return shares;
    }

    @Test
    void eraseIfHeld_makesNoItemWhenNothingIsKept() {
        shares.eraseIfHeld(Samples.bytes(32), "erasure");

        assertThat(database.items(TableSchema.SHARES)).isEmpty();
    }

    @Test
    void eraseIfHeld_takesTheShareOutOfItemAndIndex() {
        HeldShare held = hold(EXPIRES);

        shares.eraseIfHeld(held.containerId(), "erasure");

        assertThat(database.items(TableSchema.SHARES))
                .singleElement()
                .satisfies(item -> assertThat(item).doesNotContainKeys("sealedShare", "dueBucket"));
    }

    @Test
    void timeToLive_isTheEndOfRetentionInSeconds() {
        hold(EXPIRES);

        assertThat(database.items(TableSchema.SHARES))
                .singleElement()
                .satisfies(item -> assertThat(item.get(TableSchema.TTL).n())
                        .isEqualTo(String.valueOf(EXPIRES + RETENTION.toSeconds())));
    }
}
