package dev.mayfly.coordinator;

import dev.mayfly.coordinator.party.TestNetwork;
import dev.mayfly.coordinator.party.TestTokens;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
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
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What stands around the coordinator under test: a database with its tables, its files, and the key set of a token issuer.
 * Tests have {@link Surroundings} in a field of that type.
 */
public class CoordinatorResource implements QuarkusTestResourceLifecycleManager {
    /** Prefix of the coordinator's tables. */
    static final String TABLES = "coordinator-";

    /**
     * Where tests find it.
     *
     * @param tokenKey file with the token issuer's private key
     */
    record Surroundings(URI database, Path tokenKey) {}

    /** What one user may open in an hour. */
    public static final int OPENS_PER_HOUR = 20;

    /** Room for two of the longest messages, and not for three. */
    static final int WAITING_BYTES = 1_000_000;

    private DynamoDbLocal database;
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("mayfly-coordinator-test");
            database = DynamoDbLocal.start();
            try (DynamoDbClient client =
                    DynamoClients.local(database.endpoint()).build()) {
                TableCreation.createTables(client, new Tables(TABLES), TableSchema.ofCoordinator());
            }
            return configuration();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(
                new Surroundings(database.endpoint(), tokenKey()), new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        deleteFolder();
    }

    private Map<String, String> configuration() throws IOException {
        Path network = Files.write(
                folder.resolve("network.json"), TestNetwork.network().toJson());
        Path keySet = Files.writeString(folder.resolve("jwks.json"), TestTokens.newIssuer(tokenKey()));
        return Map.of(
                "mayfly.coordinator.network-file", network.toString(),
                "mayfly.coordinator.vrf-key-file", vrfKey().toString(),
                "mayfly.coordinator.table-prefix", TABLES,
                "mayfly.coordinator.dynamodb-endpoint", database.endpoint().toString(),
                "mayfly.coordinator.quotas.opens-per-hour", String.valueOf(OPENS_PER_HOUR),
                "mayfly.coordinator.quotas.waiting-bytes", String.valueOf(WAITING_BYTES),
                "mp.jwt.verify.issuer", TestNetwork.ISSUER,
                "mp.jwt.verify.audiences", TestNetwork.NAME,
                "mp.jwt.verify.publickey.location", keySet.toUri().toString());
    }

    private Path tokenKey() {
        return folder.resolve("token-key");
    }

    private Path vrfKey() throws IOException {
        try (VrfPrivateKey key = TestNetwork.vrf();
                SecretBytes scalar = key.scalar()) {
            String line = Base64.getUrlEncoder().withoutPadding().encodeToString(scalar.toByteArray());
            return Files.writeString(folder.resolve("vrf-key"), line + "\n");
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
