package dev.mayfly.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the node under test over HTTP. */
final class Caller {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;

    Caller(URI root) {
        this.root = root;
    }

    /** The reply of a function that must succeed. */
    <T> T ask(String function, Object request, Class<T> reply) {
        HttpResponse<String> answer = post(function, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readValue(answer.body(), reply);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The problem of a function that must refuse: without its {@code instance}, which names the request. */
    ObjectNode refused(String function, Object request, ErrorCode code) {
        HttpResponse<String> answer = post(function, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        try {
            ObjectNode problem = (ObjectNode) JSON.readTree(answer.body());
            assertThat(problem.get("type").asText())
                    .as(answer.body())
                    .isEqualTo(code.type().toString());
            problem.remove("instance");
            return problem;
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(root.resolve(path)));
    }

    private HttpResponse<String> post(String function, Object request) {
        try {
            return send(HttpRequest.newBuilder(root.resolve("v1/" + function))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request))));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
