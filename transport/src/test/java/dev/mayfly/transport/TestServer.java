package dev.mayfly.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server whose answers a test writes. Each request is handled on a thread of its own, so that one may hang. */
public final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = (server, exchange, request) -> server.reply(exchange, 200, "{}");

    /** What was asked; {@code path} with its query, if there is one. */
    public record Request(String method, String path, String authorization, String body) {}

    /** How to answer. */
    @FunctionalInterface
    public interface Answer {
        void give(TestServer server, HttpExchange exchange, Request request) throws IOException;
    }

    public TestServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public TestServer answering(Answer next) {
        answer = next;
        return this;
    }

    /** The same answer every time. */
    public TestServer answering(int status, String body) {
        return answering((server, exchange, request) -> server.reply(exchange, status, body));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All requests so far, in the order in which they came. */
    public List<Request> requests() {
        return requests;
    }

    public void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Sends a head and a beginning, and then nothing until the test is over. */
    public void hang(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        untilClosed();
    }

    /** Nothing at all until the test is over. */
    public void untilClosed() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes without an end; returns once the other side breaks off. */
    public void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        while (closing.getCount() > 0) {
            exchange.getResponseBody().write(block);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            answer.give(this, exchange, request);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
