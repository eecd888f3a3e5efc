package dev.mayfly.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The functions {@code end} and {@code erasure} of a node over real HTTP: honest until a test says otherwise. */
final class TestNode implements AutoCloseable {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final SigningPrivateKey key = SigningPrivateKey.generate(World.RANDOM);
    private final Map<Bytes, TestContainer> containers = new ConcurrentHashMap<>();
    private final Map<Bytes, String> erasures = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final NodeRecord record;
    private volatile Function<TestContainer, Reply> answer = this::honest;

    /** What it was asked: a function's path, and about which container. */
    record Request(String path, Bytes containerId) {}

    /** What it answers; {@link #SILENCE} for a connection that is closed without a word. */
    record Reply(int status, String body) {
        static final Reply SILENCE = new Reply(0, "");
    }

    TestNode(String id) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        record = new NodeRecord(id, "operator of " + id, url, key.publicKey(), Bytes.of(new byte[32]));
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    NodeRecord record() {
        return record;
    }

    SigningPrivateKey key() {
        return key;
    }

    void holds(TestContainer container) {
        containers.put(container.id(), container);
    }

    /** All requests so far, in the order in which they came. */
    List<Request> requests() {
        return requests;
    }

    /** Answers in this way from now on. */
    void answers(Function<TestContainer, Reply> other) {
        answer = other;
    }

    void answersHonestly() {
        answer = this::honest;
    }

    void isSilent() {
        answers(container -> Reply.SILENCE);
    }

    /** The same statement whenever it is asked again, as a node's tombstone gives it. */
    Reply honest(TestContainer container) {
        return erased(erasures.computeIfAbsent(container.id(), id -> container.erasure(rank(container))));
    }

    int rank(TestContainer container) {
        return container.drawn().committee().rankOf(record.id()).orElseThrow();
    }

    static Reply erased(String statement) {
        return new Reply(200, json(new NodeApi.Erased(statement)));
    }

    static Reply refused(ErrorCode code) {
        return new Reply(code.status(), "{\"type\":\"" + code.type() + "\",\"detail\":\"no\"}");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            requests.add(request);
            Reply reply = answer.apply(containers.get(request.containerId()));
            if (reply != Reply.SILENCE) {
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (RejectedException notAnEnd) {
            throw new IOException(notAnEnd);
        }
    }

    /** Reads a request as a node does: an end counts only under the container's access key. */
    private Request request(HttpExchange exchange) throws IOException, RejectedException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals("/v1/erasure")) {
            return new Request(
                    path, JSON.readValue(body, NodeApi.AskErasure.class).containerId());
        }
        String end = JSON.readValue(body, NodeApi.End.class).statement();
        Bytes id = End.TYPE.verifyEmbedded(end).claims().containerId();
        End.verify(end, World.NAME, id, containers.get(id).accessKey().publicKey());
        return new Request(path, id);
    }

    private static String json(Object answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
