package dev.mayfly.testbed.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.secret.Recording;
import dev.mayfly.testbed.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole lives of containers, and nothing secret on any wire or in any table. */
@ExtendWith(LocalDynamo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {
    private static final String WHISPER = "what nobody hears who does not listen for it";

    private final TappedNetwork network;
    private Recording coordinator;
    private Recording nodes;
    private Recording database;
    private Recording logs;

    LeakTest(DynamoDbLocal engine) {
        network = new TappedNetwork(engine.endpoint());
    }

    @BeforeAll
    void live() throws Exception {
        Lives lives = new Lives(network);
        lives.deliver();
        lives.fill();
        network.scanTables();
        lives.revoke();
        lives.expire();
        Logger.getLogger(LeakTest.class.getName()).finest(WHISPER);
        network.scanTables();
        coordinator = new Recording(network.coordinator().heard());
        nodes = new Recording(network.nodes());
        database = new Recording(network.database().heard());
        logs = new Recording(network.logs());
        System.out.printf(
                "leak: %d secrets, %d of roles, %d identities; %d bytes of the coordinator, %d of nodes, %d of the database,"
                        + " %d of logs%n",
                network.secrets().secrets().size(),
                network.secrets().ofRoles().size(),
                network.secrets().identities().size(),
                coordinator.size(),
                nodes.size(),
                database.size(),
                logs.size());
    }

    @AfterAll
    void close() throws Exception {
        network.close();
    }

    @Test
    void secrets_areOnNoWireAndInNoTable() {
        List<Secret> secrets = network.secrets().secrets();

        assertThat(coordinator.found(secrets)).isEmpty();
        assertThat(nodes.found(secrets)).isEmpty();
        assertThat(database.found(secrets)).isEmpty();
    }

    /** Of everybody in this process, at every level. */
    @Test
    void secretsAndIdentities_areInNoLog() {
        assertThat(logs.found(network.secrets().secrets())).isEmpty();
        assertThat(logs.found(network.secrets().ofRoles())).isEmpty();
        assertThat(logs.found(network.secrets().identities())).isEmpty();
        assertThat(logs.size()).isGreaterThan(100_000);
        assertThat(logs.holds(ascii(WHISPER)))
                .as("the search finds what is said at the lowest level")
                .isTrue();
    }

    @Test
    void keysOfRoles_areOnNoWireAndEpochKeysInNoTableButTheirOwn() {
        List<Secret> keys = network.secrets().ofRoles();
        Recording tables = new Recording(network.tablesWithoutEpochKeys());

        assertThat(names(keys)).containsExactlyInAnyOrder("admin's key", "VRF key", "node's key", "epoch key");
        assertThat(coordinator.found(keys)).isEmpty();
        assertThat(nodes.found(keys)).isEmpty();
        assertThat(database.found(keys)).as("where nodes keep them").containsExactly("epoch key");
        assertThat(tables.found(keys)).isEmpty();
        assertThat(network.containers())
                .as("the search finds what is there")
                .allSatisfy(container ->
                        assertThat(tables.holds(container.toByteArray())).isTrue());
    }

    @Test
    void identities_areKnownToTheCoordinatorAndNeitherToNodesNorToTables() {
        List<Secret> identities = network.secrets().identities();

        assertThat(coordinator.found(identities)).contains("subject", "issuer", "user id", "id salt", "key salt");
        assertThat(nodes.found(identities)).isEmpty();
        assertThat(database.found(identities)).isEmpty();
    }

    /** Were a recording empty or the search blind, the tests above would show nothing. */
    @Test
    void recordings_haveWhatIsPublicOfEveryContainer() {
        assertThat(network.containers()).hasSize(4).allSatisfy(container -> {
            assertThat(coordinator.holds(container.toByteArray())).isTrue();
            assertThat(nodes.holds(container.toByteArray())).isTrue();
            assertThat(database.holds(container.toByteArray())).isTrue();
        });
        assertThat(List.of(coordinator, nodes, database))
                .allSatisfy(recording -> assertThat(recording.size()).isGreaterThan(100_000));
        assertThat(names(network.secrets().secrets()))
                .contains(
                        "E",
                        "Z",
                        "PRK",
                        "DEK",
                        "access key",
                        "content",
                        "s of a contribution",
                        "r of a contribution",
                        "s of a share",
                        "r of a share",
                        "drawn for UserKeys",
                        "drawn for OpenContainer",
                        "drawn for GatherContributions",
                        "drawn for DealShares",
                        "drawn for SealedShare",
                        "drawn for CollectShares",
                        "drawn for Frame");
    }

    /** How a secret could be written. */
    enum Spelling {
        RAW(bytes -> bytes),
        HEX(bytes -> ascii(HexFormat.of().formatHex(bytes))),
        BASE64(bytes -> Base64.getEncoder().encode(bytes)),
        BASE64URL(bytes -> ascii(Bytes.of(bytes).toBase64Url())),
        IN_A_STATEMENT(bytes ->
                ascii(Bytes.of(ascii("{\"a\":\"" + Bytes.of(bytes).toBase64Url() + "\"}"))
                        .toBase64Url()));

        private final Function<byte[], byte[]> write;

        Spelling(Function<byte[], byte[]> write) {
            this.write = write;
        }
    }

    @ParameterizedTest
    @EnumSource
    void search_findsEachSecretThatIsSentOnce(Spelling spelling) throws Exception {
        List<Secret> secrets = network.secrets().secrets();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Secret secret : secrets) {
            body.writeBytes(spelling.write.apply(secret.bytes()));
            body.writeBytes(ascii("\n"));
        }
        try (Tap tap = new Tap(network.coordinator().url())) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(tap.url().resolve("/v1/nothing"))
                                    .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                    .build(),
                            BodyHandlers.discarding());

            Recording recording = new Recording(tap.heard());

            assertThat(secrets)
                    .allSatisfy(secret -> assertThat(recording.holds(secret.bytes()))
                            .as(secret.name())
                            .isTrue());
        }
    }

    private static Set<String> names(List<Secret> secrets) {
        return secrets.stream().map(Secret::name).collect(Collectors.toSet());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
