package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.WireJson;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong behind a handler is told to the app as what it is, and never as the app's own mistake. */
@QuarkusTest
class UpstreamTest extends HandlerTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void function_saysThatTheCoordinatorDoesNotAnswerAsOne(String function, Object request) throws Exception {
        coordinator.answering(200, "<html>");

        problem(ask(function, request), ErrorCode.UNREACHABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void function_bringsTheOwnersTokenAndNotTheApps(String function, Object request) throws Exception {
        coordinator.answering(500, "");

        ask(function, request);

        assertThat(coordinator.requests())
                .isNotEmpty()
                .allSatisfy(asked ->
                        assertThat(asked.authorization()).isEqualTo("Bearer " + HandlerResource.COORDINATOR_TOKEN));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "MALFORMED_REQUEST",
                "REJECTED",
                "STATEMENT_NOT_CURRENT",
                "UNAUTHENTICATED",
                "NOT_FOUND",
                "METHOD_NOT_ALLOWED",
                "UNSUPPORTED_MEDIA_TYPE",
                "INTERNAL"
            })
    void inbox_isNotTheAppsFaultWhenTheHandlerIsRefused(ErrorCode code) throws Exception {
        coordinator.answering(code.status(), problem(code));

        JsonNode problem = problem(ask("inbox", null), ErrorCode.HANDLER_REFUSED);

        assertThat(problem.get("detail").asText()).isEqualTo(code.slug() + ": the coordinator's words");
        assertThat(problem.has("field")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYS_UNKNOWN", "FORBIDDEN", "CONTAINER_ENDED", "NOT_ENOUGH_NODES", "BUSY"})
    void send_isToldWhatConcernsTheApp(ErrorCode code) throws Exception {
        coordinator.answering(code.status(), problem(code));

        JsonNode problem = problem(ask("send", send(new byte[1])), code);

        assertThat(problem.get("detail").asText()).isEqualTo("the coordinator's words");
        assertThat(problem.has("field")).isFalse();
    }

    @Test
    void register_isRefusedWhenTheDirectoryLies() throws Exception {
        Bytes zeros = Bytes.of(new byte[81]);
        coordinator.answering(200, json(new CoordinatorApi.RegisteredKeys(zeros, List.of(), List.of())));

        problem(ask("register", new HandlerApi.Register(ALICE)), ErrorCode.ANSWER_REJECTED);
    }

    @Test
    void inbox_leavesOutWhatDoesNotOpen() throws Exception {
        coordinator.answering(200, json(new CoordinatorApi.Inbox(List.of(rubbish()), Bytes.of(new byte[0]))));

        assertThat(ask("inbox", null).body()).isEqualTo("{\"items\":[]}");
        assertThat(ask("to-fill", null).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void receive_isRefusedWhenTheContainersInvitationDoesNotOpen() throws Exception {
        coordinator.answering(200, json(new CoordinatorApi.Inbox(List.of(rubbish()), Bytes.of(new byte[0]))));

        problem(ask("receive", ASK), ErrorCode.ANSWER_REJECTED);
        problem(ask("status", ASK), ErrorCode.ANSWER_REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receive", "receipt", "revoke", "status"})
    void container_isUnknownWhenTheMailboxHasNoneOfItsId(String function) throws Exception {
        coordinator.answering(200, json(new CoordinatorApi.Inbox(List.of(), Bytes.of(new byte[0]))));

        problem(ask(function, ASK), ErrorCode.CONTAINER_UNKNOWN);
    }

    @Test
    void fill_findsNoContainerThatTheMailboxDoesNotHave() throws Exception {
        coordinator.answering(200, json(new CoordinatorApi.Inbox(List.of(), Bytes.of(new byte[0]))));

        problem(ask("fill", fill(new byte[1])), ErrorCode.CONTAINER_UNKNOWN);
    }

    private static CoordinatorApi.InboxItem rubbish() {
        return new CoordinatorApi.InboxItem(
                ASK.containerId(), "receiver", "active", true, Long.MAX_VALUE, Bytes.of(new byte[500]));
    }

    private static String problem(ErrorCode code) {
        return """
                {"type":"%s","title":"t","status":%d,"detail":"the coordinator's words","field":"/statement"}""".formatted(code.type(), code.status());
    }

    private static String json(Object reply) throws Exception {
        return WireJson.mapper().writeValueAsString(reply);
    }
}
