package dev.mayfly.templates.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.dynamo.node.EpochKeyTable;
import dev.mayfly.dynamo.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What EventBridge Scheduler calls. */
class ScheduleEmulatorTest {
    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void deploy() throws IOException {
        deployment = new Deployment(folder);
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    @Test
    void erase_deletesOverdueEpochKeysWhateverItIsCalledWith() throws IOException {
        EpochKeyTable keys = new EpochKeyTable(deployment.dynamoDb(), Deployment.TABLES);
        long now = Instant.now().getEpochSecond();
        try (Emulator erase = deployment.start("entropy-node", "Erase")) {
            for (String event : new String[] {Event.schedule(), "{}", "[]", "\"text\""}) {
                create(keys, now - 1);
                create(keys, now + 3600);

                assertThat(erase.invoke(event).has("errorMessage")).as(event).isFalse();

                assertThat(keys.find(now - 1)).as(event).isEmpty();
                assertThat(keys.find(now + 3600)).as(event).isPresent();
            }
        }
    }

    @Test
    void sweep_failsForTheAlarmWhenSomethingOfItFailed() throws IOException {
        try (Emulator sweep = deployment.start("coordinator", "Sweep")) {
            assertThat(sweep.invoke(Event.schedule()).has("errorMessage")).isFalse();

            putUnreadableContainer();

            JsonNode failed = sweep.invoke(Event.schedule());
            assertThat(failed.path("errorMessage").asText()).contains("1 containers could not be swept");
        }
    }

    private static void create(EpochKeyTable keys, long epochEnd) {
        try (HpkePrivateKey fresh = HpkePrivateKey.generate(new SecureRandom())) {
            keys.createIfAbsent(epochEnd, fresh);
        }
    }

    private static void putUnreadableContainer() {
        Map<String, AttributeValue> item = Map.of(
                "containerId", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32])),
                "dueBucket", AttributeValue.fromN("0"),
                "dueAt", AttributeValue.fromN("1"));
        deployment
                .dynamoDb()
                .putItem(put -> put.tableName(Deployment.TABLES.name(TableSchema.CONTAINERS))
                        .item(item));
    }
}
