package dev.mayfly.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.WireJson;
import dev.mayfly.transport.TestServer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A coordinator of a test, over real HTTP: a directory of both users' keys, and answers that the test gives. */
public final class TestCoordinator implements AutoCloseable {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final TestServer server = new TestServer();
    private final Map<String, Reply> replies = new HashMap<>();

    /** What is answered to a request; a {@link Refusal} as its problem, an {@link IOException} by a cut connection. */
    @FunctionalInterface
    public interface Reply {
        Object to(String body) throws IOException, RejectedException;
    }

    public TestCoordinator() {
        server.answering(this::answer);
    }

    public URI url() {
        return server.url();
    }

    public TestServer server() {
        return server;
    }

    /** Tells anybody who asks the keys of these users. */
    public void knows(TestCommittee committee, UserKeys... users) {
        answers("lookup", body -> {
            UserId asked = LookupStatement.TYPE
                    .verifyEmbedded(read(body, CoordinatorApi.Ask.class).statement())
                    .claims()
                    .user();
            return List.of(users).stream()
                    .filter(user -> user.user().equals(asked))
                    .map(user -> registration(committee, user))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** Answers a function so from now on. */
    public void answers(String function, Reply reply) {
        replies.put("/v1/" + function, reply);
    }

    /** A request as it came. */
    public static <T> T read(String body, Class<T> type) throws IOException {
        return JSON.readValue(body, type);
    }

    private void answer(TestServer server, HttpExchange exchange, TestServer.Request request) throws IOException {
        try {
            server.reply(exchange, 200, answer(request));
        } catch (Refusal refusal) {
            refusal.retryAfter()
                    .ifPresent(
                            wait -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(wait.toSeconds())));
            Map<String, String> problem = Map.of("type", refusal.code().type().toString(), "detail", refusal.detail());
            server.reply(exchange, refusal.code().status(), JSON.writeValueAsString(problem));
        }
    }

    private String answer(TestServer.Request request) throws IOException {
        try {
            return JSON.writeValueAsString(replies.get(request.path()).to(request.body()));
        } catch (RejectedException wrong) {
            throw new IOException(wrong);
        }
    }

    private static CoordinatorApi.RegisteredKeys registration(TestCommittee committee, UserKeys user) {
        return new TestDirectory(TestCommittee.NAME, committee.vrf(), user).answer();
    }

    @Override
    public void close() {
        server.close();
    }
}
