package dev.mayfly.local.fault;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One request to a proxy, which can be passed on to the node, and answered. */
public final class Call {
    private static final String FUNCTIONS = "/v1/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpExchange exchange;
    private final HttpClient http;
    private final URI node;
    private final byte[] body;

    Call(HttpExchange exchange, HttpClient http, URI node) throws IOException {
        this.exchange = exchange;
        this.http = http;
        this.node = node;
        this.body = exchange.getRequestBody().readAllBytes();
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param type its content type
     */
    public record Answer(int status, String type, byte[] body) {
        /** 200, in JSON. */
        public static Answer json(byte[] body) {
            return new Answer(200, "application/json", body);
        }
    }

    /** The function that is called: {@code contribute}, {@code deposit}, … */
    public String function() {
        String path = exchange.getRequestURI().getPath();
        return path.startsWith(FUNCTIONS) ? path.substring(FUNCTIONS.length()) : path;
    }

    /** What was sent. */
    public byte[] body() {
        return body.clone();
    }

    /** What the node answers. */
    public Answer pass() throws IOException {
        String method = exchange.getRequestMethod();
        HttpRequest request = HttpRequest.newBuilder(
                        node.resolve(exchange.getRequestURI().toString()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse("application/json");
            return new Answer(answer.statusCode(), type, answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the proxy was stopped");
        }
    }

    /** Answers. */
    public void reply(Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** Begins an answer of unknown length; whoever writes ends it. */
    OutputStream begin() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }
}
