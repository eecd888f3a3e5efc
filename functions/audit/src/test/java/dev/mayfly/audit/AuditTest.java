package dev.mayfly.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.ledger.EntryBody;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.directory.RegistryTable;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.ledger.LedgerWriter;
import dev.mayfly.dynamo.schema.KeyAttribute;
import dev.mayfly.dynamo.schema.TableSchema;
import dev.mayfly.dynamo.schema.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An audit over HTTP. Every test begins with an empty chain and writes to it as a coordinator does. The same tests run against
 * the packaged program in classes named {@code …IT}; nothing is injected, so that they can.
 */
@QuarkusTestResource(AuditResource.class)
abstract class AuditTest {
    static final SecureRandom RANDOM = new SecureRandom();
    private static final Tables TABLES = new Tables(AuditResource.TABLES);
    private static final long NOW = 1_800_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI root;

    AuditResource.Surroundings around;

    Network network;
    AuditLog chain;
    private DynamoDbClient dynamoDb;
    private LedgerWriter writer;

    @BeforeEach
    void emptyTables() throws IOException, RejectedException {
        network = Network.parse(Files.readAllBytes(around.networkFile()));
        dynamoDb = DynamoClients.local(around.database()).build();
        chain = new AuditTable(dynamoDb, TABLES);
        empty(TableSchema.AUDIT);
        empty(TableSchema.REGISTRY);
        writer = new LedgerWriter(dynamoDb, TABLES, network.name(), RANDOM);
    }

    @AfterEach
    void disconnect() {
        dynamoDb.close();
    }

    static Bytes id() {
        return Bytes.random(RANDOM, 32);
    }

    void append(EntryBody body) {
        writer.record(List.of(), body, NOW);
    }

    void append(int count) {
        for (int i = 0; i < count; i++) {
            append(new EntryBody.ContainerExpired(id()));
        }
    }

    /** An entry of this many bytes, more or less. */
    static EntryBody large(int bytes) {
        return new EntryBody.RegistryPublished("x".repeat(bytes));
    }

    void publishRegistry(long version, String statement) {
        new RegistryTable(dynamoDb, TABLES, writer, network.name())
                .publishIfNext(version, new EntryBody.RegistryPublished(statement), NOW);
    }

    Bytes genesis() {
        return Entry.genesis(network.name(), Entry.LANE);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return WireJson.mapper().readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** The entries of an answer, as the chain has them. */
    List<Bytes> entries(HttpResponse<String> answer) {
        List<Bytes> entries = new ArrayList<>();
        read(answer).get("entries").forEach(entry -> entries.add(Bytes.of(decoded(entry.asText()))));
        return entries;
    }

    static String cacheControl(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElseThrow();
    }

    private static byte[] decoded(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }

    private void empty(TableSchema table) {
        String name = TABLES.name(table);
        for (Map<String, AttributeValue> item :
                dynamoDb.scanPaginator(scan -> scan.tableName(name)).items()) {
            Map<String, AttributeValue> key = new HashMap<>(item);
            key.keySet().retainAll(table.keys().stream().map(KeyAttribute::name).toList());
            dynamoDb.deleteItem(delete -> delete.tableName(name).key(key));
        }
    }
}
