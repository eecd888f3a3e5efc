package dev.mayfly.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.schema.TableCreation;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.node.opener.TestNetwork;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What stands around the node under test: a database with this node's tables, its files, and a coordinator that answers
 * {@code GET /v1/registry} with the content of a file and leaves a byte in another each time. Tests have
 * {@link Surroundings} in a field of that type.
 */
public class NodeResource implements QuarkusTestResourceLifecycleManager {
    /** What the names of the node's tables begin with. */
    static final String TABLES = "node-4-";

    /** Where tests find it. */
    record Surroundings(URI database, Path folder) {
        Path networkFile() {
            return folder.resolve("network.json");
        }

        /** What the coordinator answers with. */
        Path answer() {
            return folder.resolve("registry.json");
        }

        /** As many bytes as there were questions. */
        Path asked() {
            return folder.resolve("asked");
        }
    }

    private DynamoDbLocal database;
    private HttpServer coordinator;
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("mayfly-node-test");
            database = DynamoDbLocal.start();
            createTables();
            startCoordinator();
            return configuration();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(around(), new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        if (coordinator != null) {
            coordinator.stop(0);
        }
        if (database != null) {
            database.close();
        }
        deleteFolder();
    }

    static String answer(String registry) {
        return "{\"registry\":\"" + registry + "\"}";
    }

    private Map<String, String> configuration() throws IOException {
        URI coordinatorUrl =
                URI.create("http://127.0.0.1:" + coordinator.getAddress().getPort());
        Path network = Files.write(
                around().networkFile(), TestNetwork.at(coordinatorUrl).toJson());
        try (SecretBytes scalar = TestNetwork.ownKey().scalar()) {
            String line = Base64.getUrlEncoder().withoutPadding().encodeToString(scalar.toByteArray()) + "\n";
            Files.writeString(folder.resolve("signing-key"), line);
        }
        return Map.of(
                "mayfly.node.id",
                TestNetwork.OWN_ID,
                "mayfly.node.network-file",
                network.toString(),
                "mayfly.node.signing-key-file",
                folder.resolve("signing-key").toString(),
                "mayfly.node.table-prefix",
                TABLES,
                "mayfly.node.dynamodb-endpoint",
                database.endpoint().toString(),
                // Tests erase themselves, by a clock of their own.
                "mayfly.node.sweep-every",
                "off");
    }

    private Surroundings around() {
        return new Surroundings(database.endpoint(), folder);
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

    private void createTables() {
        try (DynamoDbClient client = DynamoClients.local(database.endpoint()).build()) {
            TableCreation.createTables(client, new Tables(TABLES), TableSchema.ofNode());
        }
    }

    private void startCoordinator() throws IOException {
        Files.write(around().asked(), new byte[0]);
        String first = TestNetwork.signed(TestNetwork.registry(1), Clock.systemUTC());
        Files.writeString(around().answer(), answer(first));
        coordinator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        coordinator.createContext("/v1/registry", this::showRegistry);
        coordinator.start();
    }

    private void showRegistry(HttpExchange exchange) throws IOException {
        Files.write(around().asked(), new byte[1], StandardOpenOption.APPEND);
        byte[] body = Files.readAllBytes(around().answer());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
