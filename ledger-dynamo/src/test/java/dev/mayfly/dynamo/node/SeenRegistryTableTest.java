package dev.mayfly.dynamo.node;

import dev.mayfly.domain.registry.SeenRegistry;
import dev.mayfly.dynamo.Database;
import dev.mayfly.dynamo.LocalDynamo;
import dev.mayfly.dynamo.Samples;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalDynamo.class)
class SeenRegistryTableTest extends SeenRegistryContract {
    private final Database database;

    SeenRegistryTableTest(Database database) {
        this.database = database;
    }

    @Override
    SeenRegistry seen() {
        return new SeenRegistryTable(database.client(), database.tables(), Samples.NETWORK);
    }
}
