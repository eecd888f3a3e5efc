package dev.mayfly.dynamo.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.share.EpochKeyStore;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.schema.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDynamo.class)
class EpochKeyTableTest extends EpochKeyStoreContract {
    private final Database database;

    EpochKeyTableTest(Database database) {
        this.database = database;
    }

    @Override
    EpochKeyStore keys() {
        return new EpochKeyTable(database.client(), database.tables());
    }

    @Test
    void timeToLive_isTheEndOfTheEpochInSeconds() {
        create(EPOCH_END);

        assertThat(database.items(TableSchema.EPOCH_KEYS))
                .singleElement()
                .satisfies(item -> assertThat(item.get(TableSchema.TTL).n()).isEqualTo("" + EPOCH_END));
    }
}
