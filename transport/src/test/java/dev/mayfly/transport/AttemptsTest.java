package dev.mayfly.transport;

import static dev.mayfly.transport.TestCoordinator.BUSY;
import static dev.mayfly.transport.TestCoordinator.REGISTRY;
import static dev.mayfly.transport.TestCoordinator.client;
import static dev.mayfly.transport.TestCoordinator.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.RequestId;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is tried again, and when it is over. */
class AttemptsTest {
    private final TestServer server = new TestServer();
    private final CoordinatorClient client = client(server.url(), Duration.ofSeconds(5), 3);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void busy_isAskedAgainWithAFreshToken() {
        server.answering((server, exchange, request) -> {
            boolean last = server.requests().size() == 3;
            server.reply(exchange, last ? 200 : 503, last ? "{\"items\":[],\"next\":\"\"}" : BUSY);
        });
        client.inbox(new CoordinatorApi.Ask("s"));
        assertThat(server.requests())
                .extracting(TestServer.Request::authorization)
                .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-3");
    }

    @Test
    void busy_isTheRefusalAfterTheLastAttempt() {
        server.answering(503, BUSY);
        assertThatThrownBy(client::registry)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BUSY));
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void gateway_isAskedAgainWhenItDoesNotGetThrough(int status) {
        server.answering((server, exchange, request) -> {
            boolean last = server.requests().size() == 2;
            server.reply(exchange, last ? 200 : status, last ? REGISTRY : "{\"message\":\"later\"}");
        });
        assertThat(client.registry().registry()).isEqualTo("statement");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500})
    void refusal_isNotAskedAgain(int status) {
        server.answering(status, "{\"message\":\"no\"}");
        unreachable(client, "answers with status " + status);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void connectionCut_isAskedAgain() {
        server.answering((server, exchange, request) -> {
            if (server.requests().size() == 1) {
                throw new IOException("cut");
            }
            server.reply(exchange, 200, REGISTRY);
        });
        assertThat(client.registry().registry()).isEqualTo("statement");
    }

    @Test
    void silence_isUnreachableAfterTheTimeOutOfEachAttempt() {
        server.answering((server, exchange, request) -> server.untilClosed());
        unreachable(client(server.url(), Duration.ofSeconds(1), 2), "does not answer: TimeoutException");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void silence_isUnreachableAtTheDeadlineHoweverManyAttemptsAreLeft() {
        server.answering((server, exchange, request) -> server.untilClosed());
        CoordinatorClient hurried = client.until(Deadline.in(Duration.ofMillis(300)));
        unreachable(hurried, "does not answer within the time of the whole operation");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void busy_isNotAskedAgainAfterTheDeadline() {
        server.answering(503, BUSY);
        CoordinatorClient patient = client(server.url(), Duration.ofSeconds(5), Integer.MAX_VALUE)
                .until(Deadline.in(Duration.ofMillis(300)));
        assertThatThrownBy(patient::registry).isInstanceOf(RuntimeException.class);
        assertThat(server.requests()).hasSizeLessThan(20);
    }

    @Test
    void nobody_isAskedOnceTheDeadlineIsOver() {
        server.answering(200, REGISTRY);
        unreachable(client.until(Deadline.in(Duration.ZERO)), "within the time of the whole operation");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void requestId_isPassedOnWithEveryAttemptOfAnOperation() {
        List<String> ids = new CopyOnWriteArrayList<>();
        server.answering((server, exchange, request) -> {
            ids.add(exchange.getRequestHeaders().getFirst("X-Request-Id"));
            server.reply(exchange, ids.size() == 1 ? 503 : 200, ids.size() == 1 ? BUSY : REGISTRY);
        });
        RequestId first = RequestId.random(new SecureRandom());
        AtomicReference<Optional<RequestId>> current = new AtomicReference<>(Optional.of(first));
        CoordinatorClient named = CoordinatorClient.anonymous(new HttpJson(Timeouts.USUAL, current::get), server.url());
        CoordinatorClient operation = named.until(Deadline.in(Duration.ofSeconds(20)));
        current.set(Optional.empty());

        operation.registry();
        named.registry();

        assertThat(ids).containsExactly(first.text(), first.text(), null);
    }
}
