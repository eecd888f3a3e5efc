package dev.mayfly.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.transport.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.Arguments;

/** Alice's handler over HTTP, and a coordinator whose answers the test writes. */
@QuarkusTestResource(HandlerResource.class)
abstract class HandlerTest {
    static final HandlerApi.User ALICE = new HandlerApi.User(HandlerResource.ISSUER, "alice");
    static final HandlerApi.User BOB = new HandlerApi.User(HandlerResource.ISSUER, "bob");
    static final HandlerApi.Ask ASK = new HandlerApi.Ask(Bytes.of(new byte[32]));

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI root;

    TestServer coordinator;
    TestTokens tokens;
    TestNetwork network;

    @BeforeEach
    void forget() {
        coordinator.requests().clear();
    }

    /** Every function with a request that can be read; none for those that are read by GET. */
    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("register", new HandlerApi.Register(ALICE)),
                Arguments.of("send", send("hello".getBytes())),
                Arguments.of("request", new HandlerApi.Request(BOB, 3600, 3, 5)),
                Arguments.of("to-fill", null),
                Arguments.of("fill", fill(new byte[1])),
                Arguments.of("inbox", null),
                Arguments.of("receive", ASK),
                Arguments.of("receipt", ASK),
                Arguments.of("revoke", ASK),
                Arguments.of("status", ASK));
    }

    static HandlerApi.Send send(byte[] content) {
        return new HandlerApi.Send(BOB, SecretBytes.copyOf(content), 3600, 3, 5);
    }

    static HandlerApi.Fill fill(byte[] content) {
        return new HandlerApi.Fill(ASK.containerId(), SecretBytes.copyOf(content));
    }

    HttpResponse<String> ask(String function, Object request) throws Exception {
        return ask(function, request, tokens.good());
    }

    HttpResponse<String> ask(String function, Object request, String token) throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(root.resolve("v1/" + function));
        if (request != null) {
            call.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(
                            request instanceof String json
                                    ? json.getBytes()
                                    : WireJson.mapper().writeValueAsBytes(request)));
        }
        if (!token.isEmpty()) {
            call.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(call.build(), BodyHandlers.ofString());
    }

    static JsonNode problem(HttpResponse<String> answer, ErrorCode code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = WireJson.mapper().readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo(code.type().toString());
        return problem;
    }
}
