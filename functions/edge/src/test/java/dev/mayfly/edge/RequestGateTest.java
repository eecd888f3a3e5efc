package dev.mayfly.edge;

import static dev.mayfly.edge.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.domain.wire.ErrorCode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestGateTest {
    private static final String HALF_A_REQUEST =
            "POST /v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";

    @TestHTTPResource("/")
    URI root;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void function_refusesEveryMethodButPost(String method) {
        try (ErrorLog log = new ErrorLog()) {
            var answer = caller.send(caller.json("v1/echo").method(method, BodyPublishers.noBody()));

            assertProblem(answer, ErrorCode.METHOD_NOT_ALLOWED);
            assertThat(answer.headers().allValues("Allow")).containsExactly("POST");
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void function_refusesHeadWithoutABody() {
        var answer = caller.send(caller.request("v1/end").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void function_isNotCalledByGetWithAQuery() {
        assertProblem(caller.get("v1/open?statement=s"), ErrorCode.METHOD_NOT_ALLOWED);
    }

    @Test
    void readable_refusesPost() {
        var answer = caller.post("v1/registry");

        assertProblem(answer, ErrorCode.METHOD_NOT_ALLOWED);
        assertThat(answer.headers().allValues("Allow")).containsExactly("GET");
    }

    @Test
    void readable_refusesABody() {
        assertProblem(
                caller.send(caller.json("v1/registry").method("GET", BodyPublishers.ofString("{}"))),
                ErrorCode.PAYLOAD_TOO_LARGE);
        assertProblem(
                caller.send(caller.json("v1/registry")
                        .method("GET", BodyPublishers.fromPublisher(BodyPublishers.ofString("{}")))),
                ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "application/json-patch+json",
                "application/json; charset=utf-16",
                "application/json, text/plain"
            })
    void function_refusesWhenTheContentTypeIsNotJson(String type) {
        var answer = caller.send(
                caller.request("v1/echo").header("Content-Type", type).POST(BodyPublishers.ofString(Caller.GOOD)));

        assertProblem(answer, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void function_refusesWhenThereIsNoContentType() {
        var answer = caller.send(caller.request("v1/echo").POST(BodyPublishers.ofString(Caller.GOOD)));

        assertProblem(answer, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; Charset=UTF-8", "application/json;charset=\"utf-8\""})
    void function_answersWhenTheContentTypeIsJson(String type) {
        var answer = caller.send(
                caller.request("v1/echo").header("Content-Type", type).POST(BodyPublishers.ofString(Caller.GOOD)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void function_refusesWhenTheBodyIsTooLarge() {
        assertProblem(caller.post("v1/echo", tooLarge()), ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void function_refusesWhenTheBodyIsTooLargeAndItsLengthUntold() {
        assertProblem(caller.postChunked("v1/echo", tooLarge()), ErrorCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void function_logsNoErrorWhenTheCallerHangsUpWhileSending() throws IOException {
        try (ErrorLog log = new ErrorLog()) {
            for (int attempt = 0; attempt < 20; attempt++) {
                try (Socket socket = new Socket(root.getHost(), root.getPort())) {
                    socket.getOutputStream().write(HALF_A_REQUEST.getBytes(StandardCharsets.US_ASCII));
                }
                assertThat(caller.post("v1/echo", Caller.GOOD).statusCode()).isEqualTo(200);
            }
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void function_answersWhenTheBodyIsChunked() {
        assertThat(caller.postChunked("v1/echo", Caller.GOOD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1/nope", "v1/echo/more", "v1/ech%6F", "v1/Echo", "q/nope", "v1/echo/"})
    void unknownPath_isRefused(String path) {
        assertProblem(caller.post(path, Caller.GOOD), ErrorCode.NOT_FOUND);
        assertProblem(caller.get(path), ErrorCode.NOT_FOUND);
    }

    @Test
    void health_isReadByGet() {
        var answer = caller.get("q/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.body(answer).getString("status")).isEqualTo("UP");
    }

    private static String tooLarge() {
        return Caller.GOOD.replace("\"s\"", "\"" + "s".repeat(20_000) + "\"");
    }
}
