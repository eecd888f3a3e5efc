package dev.mayfly.audit;

import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A database in which there are the two tables that an audit reads and no others, and a network file. Tests have
 * {@link Surroundings} in a field of that type.
 */
public class AuditResource implements QuarkusTestResourceLifecycleManager {
    static final String TABLES = "coordinator-";

    /** Where tests find it. */
    record Surroundings(URI database, Path networkFile) {}

    private DynamoDbLocal database;
    private Path networkFile;

    @Override
    public Map<String, String> start() {
        try {
            database = DynamoDbLocal.start();
            try (DynamoDbClient client =
                    DynamoClients.local(database.endpoint()).build()) {
                TableCreation.createTables(
                        client, new Tables(TABLES), List.of(TableSchema.AUDIT, TableSchema.REGISTRY));
            }
            networkFile = Files.write(
                    Files.createTempFile("mayfly-audit", ".json"), network().toJson());
            return Map.of(
                    "mayfly.audit.network-file", networkFile.toString(),
                    "mayfly.audit.table-prefix", TABLES,
                    "mayfly.audit.dynamodb-endpoint", database.endpoint().toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(
                new Surroundings(database.endpoint(), networkFile), new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        try {
            if (database != null) {
                database.close();
            }
            Files.deleteIfExists(networkFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Network network() {
        SecureRandom random = new SecureRandom();
        try (SigningPrivateKey admin = SigningPrivateKey.generate(random);
                VrfPrivateKey vrf = VrfPrivateKey.generate(random)) {
            return new Network(
                    "testnet",
                    admin.publicKey(),
                    URI.create("https://coordinator.test"),
                    vrf.publicKey(),
                    List.of("https://issuer.test"),
                    List.of(new Threshold(3, 5)),
                    2,
                    60,
                    new Lifetimes(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(1)),
                    Duration.ofHours(1));
        }
    }
}
