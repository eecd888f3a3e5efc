package dev.mayfly.coordinator.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.WireJson;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls the coordinator under test over HTTP, with a token or without. */
public final class Caller {
    private static final ObjectMapper JSON = WireJson.mapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI root;
    private final List<String> token;

    /** A caller without a token. */
    public Caller(URI root) {
        this(root, List.of());
    }

    private Caller(URI root, List<String> token) {
        this.root = root;
        this.token = token;
    }

    /** A caller with this token. */
    public Caller with(String bearer) {
        return new Caller(root, List.of(bearer));
    }

    /** The reply of a function that must succeed. */
    public <T> T ask(String function, Object request, Class<T> reply) {
        return read(post(function, request), reply);
    }

    /** The problem of a function that must refuse: without its {@code instance}, which names the request. */
    public ObjectNode refused(String function, Object request, ErrorCode code) {
        return problem(post(function, request), code);
    }

    /** The same, where a field is to blame. */
    public ObjectNode refused(String function, Object request, ErrorCode code, String field) {
        ObjectNode problem = refused(function, request, code);
        assertThat(problem.path("field").asText()).as(problem.toString()).isEqualTo(field);
        return problem;
    }

    public HttpResponse<String> post(String function, Object request) {
        return later(function, request).join();
    }

    /** Sends a request and does not wait for its answer. */
    public CompletableFuture<HttpResponse<String>> later(String function, Object request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(root.resolve("v1/" + function))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json(request)));
        token.forEach(bearer -> post.header("Authorization", "Bearer " + bearer));
        return HTTP.sendAsync(post.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) {
        return HTTP.sendAsync(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString())
                .join();
    }

    /** The reply in an answer that must be a success. */
    public static <T> T read(HttpResponse<String> answer, Class<T> reply) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parsed(answer.body(), reply);
    }

    /** The problem in an answer that must be this refusal. */
    public static ObjectNode problem(HttpResponse<String> answer, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        ObjectNode problem = parsed(answer.body(), ObjectNode.class);
        assertThat(problem.path("type").asText())
                .as(answer.body())
                .isEqualTo(code.type().toString());
        problem.remove("instance");
        return problem;
    }

    /** Everything that an answer tells apart from others, word for word: all but the id and the date of the request. */
    public static String wordForWord(HttpResponse<String> answer) {
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        var headers = answer.headers().map().keySet().stream().sorted().toList();
        String body = answer.body();
        assertThat(body).contains(id);
        return answer.statusCode() + " " + headers + " " + body.replace(id, "<request>");
    }

    private static <T> T parsed(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] json(Object request) {
        try {
            return JSON.writeValueAsBytes(request);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
