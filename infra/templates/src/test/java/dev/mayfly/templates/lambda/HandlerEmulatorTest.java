package dev.mayfly.templates.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alice's message handler behind API Gateway, with a coordinator that nobody reaches. */
class HandlerEmulatorTest {
    private static final String ASK = "{\"containerId\":\"" + "A".repeat(43) + "\"}";

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

    /** A snapshot of a started function is kept by Lambda: neither keys nor tokens must be in it. */
    @Test
    void handler_readsKeysWithTheFirstRequestAndTheTokenWithEveryCall() throws IOException {
        int before = deployment.keysRead();
        try (Emulator handler = deployment.start("message-handler", "Handler")) {
            JsonNode alive = handler.invoke(Event.get("/q/health/live"));
            assertThat(alive.path("statusCode").asInt()).as(alive.toString()).isEqualTo(200);
            assertThat(deployment.keysRead()).isEqualTo(before);

            refused(handler.invoke(status("alices-phone")), 502, "unreachable");
            int first = deployment.keysRead() - before;

            refused(handler.invoke(status("alices-laptop")), 502, "unreachable");
            int second = deployment.keysRead() - before - first;
            // The token with each attempt to reach the coordinator; keyring and pins once.
            assertThat(second).isPositive();
            assertThat(first).isEqualTo(second + 2);
        }
    }

    @Test
    void handler_refusesWhoIsNoAppOfItsOwners() throws IOException {
        try (Emulator handler = deployment.start("message-handler", "Handler")) {
            refused(handler.invoke(Event.post("/v1/status", ASK)), 401, "unauthenticated");
            refused(handler.invoke(status("mallorys-phone")), 403, "forbidden");
        }
    }

    /** Of AWS it sees Parameter Store, and nothing that knows a table. */
    @Test
    void package_hasNoClientOfATable() throws IOException {
        Path zip = Path.of(System.getProperty("basedir", ""))
                .resolve("../../functions/message-handler/target/function.zip");
        Assumptions.assumeTrue(Files.exists(zip), "not packaged: run mvn package -Dlambda");
        try (ZipFile packaged = new ZipFile(zip.toFile())) {
            assertThat(packaged.stream().map(ZipEntry::getName))
                    .anyMatch(part -> part.contains("software.amazon.awssdk.ssm"))
                    .noneMatch(part -> part.contains("dynamo"));
        }
    }

    private static String status(String app) {
        return Event.post("/v1/status", ASK, deployment.token(app));
    }

    private static void refused(JsonNode answer, int status, String type) {
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(Emulator.body(answer)).contains("urn:mayfly:error:" + type);
    }
}
