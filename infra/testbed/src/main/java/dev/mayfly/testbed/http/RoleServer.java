package dev.mayfly.testbed.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.testbed.fault.Fault;
import dev.mayfly.testbed.fault.Faults;
import dev.mayfly.testbed.fault.Strike;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One role on a port of its own. A bearer token is simply the user's name, {@link #token}: what a real token proves is checked
 * by Quarkus, which is not here.
 */
public final class RoleServer implements AutoCloseable {
    private static final String BEARER = "Bearer ";
    private static final String FUNCTIONS = "/v1/";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool(RoleServer::daemon);
    private final AtomicLong readings = new AtomicLong();
    private final String role;
    private final Faults faults;
    private final int port;
    private HttpServer server;
    private volatile Routes routes = new Routes();

    /**
     * Takes a free port of 127.0.0.1; nothing is served before {@link #serve}.
     *
     * @param role whose functions these are
     */
    public RoleServer(String role, Faults faults) {
        this.role = role;
        this.faults = faults;
        server = listen(0);
        port = server.getAddress().getPort();
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The token of a user. */
    public static String token(UserId user) {
        return user.encoded().toBase64Url();
    }

    /** Serves these functions from now on. */
    public void serve(Routes functions) {
        routes = functions;
    }

    /** Stops listening, as if its process were gone; what it is doing goes on. */
    public synchronized void stop() {
        server.stop(0);
    }

    /** Listens again, on the same port. */
    public synchronized void restart() {
        server = listen(port);
    }

    @Override
    public synchronized void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            listening.createContext(FUNCTIONS, this::handle);
            listening.setExecutor(threads);
            listening.start();
            return listening;
        } catch (IOException taken) {
            throw new UncheckedIOException("a port cannot be had", taken);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String name = exchange.getRequestURI().getPath().substring(FUNCTIONS.length());
            Strike strike = faults.on(role, exchange.getRequestMethod() + " " + name, identity(body));
            if (strike.before().isPresent()) {
                fail(exchange, strike.before().get());
                return;
            }
            Answer answer = call(exchange, name, body);
            if (strike.after().isPresent()) {
                fail(exchange, strike.after().get());
            } else {
                answer.send(exchange);
            }
        }
    }

    private Answer call(HttpExchange exchange, String name, byte[] body) throws IOException {
        try {
            return new Answer(200, routes.call(name, user(exchange), body));
        } catch (Refusal refusal) {
            return problem(refusal);
        } catch (JsonProcessingException | RejectedException unreadable) {
            return problem(Refusal.of(ErrorCode.MALFORMED_REQUEST, "The request cannot be read."));
        } catch (RuntimeException failed) {
            return problem(Refusal.of(ErrorCode.INTERNAL, failed.toString()));
        }
    }

    /** A statement is in one call only, so that its attempts have one body; whatever is read without one is read anew. */
    private String identity(byte[] body) {
        return body.length == 0
                ? "reading " + readings.incrementAndGet()
                : Bytes.of(body).sha256().toString();
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            // As a gateway in front of a function says it.
            case THROTTLED -> new Answer(429, "{\"message\":\"Too Many Requests\"}".getBytes(UTF_8)).send(exchange);
            case CONFLICT -> problem(Refusal.of(ErrorCode.BUSY, "injected")).send(exchange);
            case ERROR -> new Answer(500, "Internal Server Error".getBytes(UTF_8)).send(exchange);
            case SILENCE -> faults.keepSilent();
            case CUT -> exchange.close();
        }
    }

    private static Optional<UserId> user(HttpExchange exchange) throws RejectedException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        return token == null
                ? Optional.empty()
                : Optional.of(UserId.decode(Bytes.fromBase64Url(token.substring(BEARER.length()))));
    }

    private Answer problem(Refusal refusal) throws IOException {
        ObjectNode problem = mapper.createObjectNode()
                .put("type", refusal.code().type().toString())
                .put("title", refusal.code().title())
                .put("status", refusal.code().status())
                .put("detail", refusal.detail());
        refusal.field().ifPresent(field -> problem.put("field", field));
        return new Answer(refusal.code().status(), mapper.writeValueAsBytes(problem));
    }

    private record Answer(int status, byte[] json) {
        void send(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "role");
        thread.setDaemon(true);
        return thread;
    }
}
