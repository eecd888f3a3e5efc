package dev.mayfly.templates.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator and its audit behind API Gateway. */
class CoordinatorEmulatorTest {
    private static final String LOOKUP = "{\"statement\":\"a.b.c\"}";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static Emulator coordinator;

    @BeforeAll
    static void deploy() throws IOException {
        deployment = new Deployment(folder);
        coordinator = deployment.start("coordinator", "Coordinator");
    }

    @AfterAll
    static void close() {
        if (coordinator != null) {
            coordinator.close();
        }
        deployment.close();
    }

    @Test
    void registry_isToldByCoordinatorAndAuditOnceItIsPublished() throws IOException {
        String statement = deployment.registry(1);

        JsonNode published =
                coordinator.invoke(Event.post("/v1/publish-registry", "{\"registry\":\"" + statement + "\"}"));

        assertThat(published.get("statusCode").asInt()).isEqualTo(200);
        assertThat(Emulator.body(coordinator.invoke(Event.get("/v1/registry")))).contains(statement);
        try (Emulator audit = deployment.start("coordinator", "Audit")) {
            assertThat(Emulator.body(audit.invoke(Event.get("/v1/registry")))).contains(statement);
            assertThat(audit.invoke(Event.get("/v1/head")).get("statusCode").asInt())
                    .isEqualTo(200);
        }
    }

    @Test
    void lookup_isUnauthenticatedWithoutATokenOfTheIssuer() {
        refused(coordinator.invoke(Event.post("/v1/lookup", LOOKUP)), 401, "unauthenticated");
        String forged = TokenKey.generate().token("https://id.example", "example", "alice");
        refused(coordinator.invoke(Event.post("/v1/lookup", LOOKUP, forged)), 401, "unauthenticated");
    }

    @Test
    void lookup_goesOnToTheStatementWithOne() {
        JsonNode answer = coordinator.invoke(Event.post("/v1/lookup", LOOKUP, deployment.token("alice")));

        assertThat(answer.get("statusCode").asInt()).isBetween(400, 499).isNotEqualTo(401);
        assertThat(Emulator.body(answer)).doesNotContain("unauthenticated", "a.b.c");
    }

    @Test
    void body_isReadInEitherEncoding() {
        refused(coordinator.invoke(Event.post("/v1/publish-registry", "{}")), 400, "malformed-request");
        refused(coordinator.invoke(Event.postInBase64("/v1/publish-registry", "{}")), 400, "malformed-request");
    }

    @Test
    void unknownPath_isAnsweredWithAProblem() {
        refused(coordinator.invoke(Event.get("/v1/nothing")), 404, "not-found");
    }

    /** API Gateway sends none of them; whoever may invoke the function directly can. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "42", "\"text\"", "{\"version\":\"2.0\"}", "not json", ""})
    void malformedEvent_isNoAnswerAndTheNextOneIsServed(String event) {
        JsonNode answer = coordinator.invoke(event);

        assertThat(answer.path("statusCode").asInt(500)).isGreaterThanOrEqualTo(400);
        refused(coordinator.invoke(Event.get("/v1/nothing")), 404, "not-found");
    }

    private static void refused(JsonNode answer, int status, String type) {
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(Emulator.body(answer)).contains("urn:mayfly:error:" + type, "urn:mayfly:request:");
        assertThat(answer.toString()).contains("application/problem+json", "no-store");
    }
}
