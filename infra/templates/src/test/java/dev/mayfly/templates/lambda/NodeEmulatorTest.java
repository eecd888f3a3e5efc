package dev.mayfly.templates.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entropy node behind API Gateway. */
class NodeEmulatorTest {
    private static final String UNKNOWN = "{\"containerId\":\"" + "A".repeat(43) + "\"}";

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

    /** A snapshot of a started function is kept by Lambda: the key must not be in it. */
    @Test
    void node_readsItsKeyWithTheFirstRequestAndNotAtStart() throws IOException {
        int before = deployment.keysRead();
        try (Emulator node = deployment.start("entropy-node", "Node")) {
            assertThat(node.invoke(Event.get("/q/health")).path("statusCode").asInt())
                    .isEqualTo(200);
            assertThat(deployment.keysRead()).isEqualTo(before);

            JsonNode answer = node.invoke(Event.post("/v1/erasure", UNKNOWN));
            assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(404);
            assertThat(Emulator.body(answer)).contains("container-unknown");
            node.invoke(Event.post("/v1/erasure", UNKNOWN));
            assertThat(deployment.keysRead()).isEqualTo(before + 1);
        }
    }

    @Test
    void node_answersWithinItsOwnTimeWhenItsTablesAreSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Emulator node = deployment.start(
                        "entropy-node", "Node", URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            JsonNode alive = node.invoke(Event.get("/q/health/live"));
            assertThat(alive.path("statusCode").asInt()).as(alive.toString()).isEqualTo(200);

            JsonNode answer = node.invoke(Event.post("/v1/erasure", UNKNOWN));
            assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(500);
            assertThat(Emulator.body(answer)).contains("urn:mayfly:error:internal");
        }
    }

    /** No function starts within a second. */
    @Test
    void node_isCutOffAfterItsTimeout() throws IOException {
        try (Emulator node = deployment.startCutOffAfterASecond("entropy-node", "Node")) {
            assertThat(node.invoke(Event.post("/v1/erasure", UNKNOWN)).toString())
                    .contains("Task timed out after 1.00 seconds");
        }
    }
}
