package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.local.network.LocalHandler;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A message handler as its owner's app calls it. */
public record HandlerCalls(LocalHandler handler) {
    private static final ObjectMapper JSON = WireJson.mapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The owner, with keys that are registered from now on. */
    public HandlerApi.Registered register() throws Exception {
        return answer("register", new HandlerApi.Register(owner()), HandlerApi.Registered.class);
    }

    public HandlerApi.User owner() {
        return new HandlerApi.User(handler.owner().issuer(), handler.owner().subject());
    }

    HandlerApi.Inbox inbox() throws Exception {
        return list("inbox");
    }

    /** What a function lists that is read by GET. */
    HandlerApi.Inbox list(String function) throws Exception {
        return read(HTTP.send(to(function).build(), BodyHandlers.ofString()), HandlerApi.Inbox.class);
    }

    /** The answer of a function that takes a container's id. */
    public <T> T ask(String function, Bytes container, Class<T> reply) throws Exception {
        return answer(function, new HandlerApi.Ask(container), reply);
    }

    public <T> T answer(String function, Object request, Class<T> reply) throws Exception {
        return read(post(function, request), reply);
    }

    /** The problem of a function that takes a container's id. */
    JsonNode refused(String function, Bytes container, ErrorCode code) throws Exception {
        return refused(function, new HandlerApi.Ask(container), code);
    }

    JsonNode refused(String function, Object request, ErrorCode code) throws Exception {
        HttpResponse<String> answer = post(function, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo(code.type().toString());
        return problem;
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> reply) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), reply);
    }

    private HttpResponse<String> post(String function, Object request) throws Exception {
        HttpRequest.Builder post = to(function).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)));
        return HTTP.send(post.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String function) {
        return HttpRequest.newBuilder(handler.url().resolve("/v1/" + function))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + handler.appToken());
    }
}
