package dev.mayfly.transport;

import static dev.mayfly.transport.TestCoordinator.REGISTRY;
import static dev.mayfly.transport.TestCoordinator.client;
import static dev.mayfly.transport.TestCoordinator.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpJsonTest {
    private final TestServer server = new TestServer();
    private final CoordinatorClient client = client(server.url(), Duration.ofSeconds(5), 3);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answer_readWhenItIsMayflys() {
        server.answering(200, REGISTRY);
        assertThat(client.registry().registry()).isEqualTo("statement");
        assertThat(server.requests()).containsExactly(new TestServer.Request("GET", "/v1/registry", null, ""));
    }

    @Test
    void post_carriesJsonAndToken() {
        server.answering(200, "{\"items\":[],\"next\":\"\"}");
        assertThat(client.inbox(new CoordinatorApi.Ask("s")).items()).isEmpty();
        assertThat(server.requests())
                .containsExactly(
                        new TestServer.Request("POST", "/v1/inbox", "Bearer token-1", "{\"statement\":\"s\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/base/path", "/base/path/"})
    void url_keepsTheRolesOwnPath(String path) {
        server.answering(200, REGISTRY);
        client(URI.create(server.url() + path), Duration.ofSeconds(5), 1).registry();
        assertThat(server.requests().get(0).path()).isEqualTo("/base/path/v1/registry");
    }

    @Test
    void problem_becomesTheRefusalThatItIs() {
        server.answering(
                400,
                "{\"type\":\"urn:mayfly:error:rejected\",\"title\":\"t\",\"status\":400,\"detail\":\"why\",\"field\":\"/statement\"}");
        assertThatThrownBy(client::registry).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.REJECTED);
            assertThat(refusal.detail()).isEqualTo("why");
            assertThat(refusal.field()).contains("/statement");
        });
        assertThat(server.requests()).as("attempts").hasSize(1);
    }

    @Test
    void problem_hasItsTitleWhenItGivesNoDetail() {
        server.answering(410, "{\"type\":\"urn:mayfly:error:container-ended\"}");
        assertThatThrownBy(client::registry).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.detail()).isEqualTo(ErrorCode.CONTAINER_ENDED.title());
            assertThat(refusal.field()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "<html>",
                "{",
                "{\"type\":\"about:blank\"}",
                "{\"type\":null}",
                "{\"type\":{}}"
            })
    void error_isUnreachableWhenItIsNoProblemOfMayflys(String body) {
        server.answering(400, body);
        unreachable(client, "answers with status 400");
        assertThat(server.requests()).as("attempts").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "\"registry\"",
                "<html>",
                "{",
                "{}",
                "{\"registry\":null}",
                "{\"registry\":1}",
                "{\"registry\":\"a\",\"more\":1}",
                "{\"registry\":\"a\"}{}"
            })
    void answer_isUnreachableWhenItIsNotMayflys(String body) {
        server.answering(200, body);
        unreachable(client, "answers something that is not Mayfly's");
    }

    @Test
    void retryAfter_comesWithTheRefusal() {
        assertThat(quotaExceeded("90").retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(server.requests()).as("attempts").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "Fri, 31 Dec 1999 23:59:59 GMT", "99999999999999999999"})
    void retryAfter_isNoneWhenItIsNotInSeconds(String header) {
        assertThat(quotaExceeded(header).retryAfter()).isEmpty();
    }

    private Refusal quotaExceeded(String retryAfter) {
        server.answering((server, exchange, request) -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            server.reply(exchange, 429, "{\"type\":\"urn:mayfly:error:quota-exceeded\",\"detail\":\"no\"}");
        });
        try {
            client.registry();
            throw new AssertionError("was not refused");
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
            return refusal;
        }
    }

    @Test
    void nobodyThere_isUnreachableAndSaysWho() {
        URI gone = server.url();
        server.close();
        unreachable(client(gone, Duration.ofSeconds(5), 2), "http://" + gone.getAuthority() + " does not answer");
    }

    @Test
    void neverEndingAnswer_isUnreachableAfterTheTimeOut() {
        server.answering((server, exchange, request) -> server.hang(exchange));
        unreachable(client(server.url(), Duration.ofMillis(200), 1), "does not answer: TimeoutException");
    }

    /** Whoever drips a byte now and then must not keep a connection for ever. */
    @Test
    void slowAnswer_isBrokenOffAtTheTimeOut() throws InterruptedException {
        CountDownLatch brokenOff = new CountDownLatch(1);
        server.answering((server, exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 100_000; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.onSpinWait();
                }
            } catch (IOException gone) {
                brokenOff.countDown();
            }
        });
        unreachable(client(server.url(), Duration.ofMillis(100), 1), "does not answer: TimeoutException");
        assertThat(brokenOff.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void hugeAnswer_isCutAtTheLimit() throws InterruptedException {
        CountDownLatch brokenOff = new CountDownLatch(1);
        server.answering((server, exchange, request) -> {
            try {
                server.flood(exchange);
            } catch (IOException gone) {
                brokenOff.countDown();
            }
        });
        unreachable(client(server.url(), Duration.ofSeconds(5), 1), "does not answer: IOException");
        assertThat(brokenOff.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void redirect_isNotFollowed() {
        try (TestServer elsewhere = new TestServer().answering(200, REGISTRY)) {
            server.answering((server, exchange, request) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url() + "/v1/registry");
                server.reply(exchange, 307, "");
            });
            unreachable(client, "answers with status 307");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void failure_neverTellsWhatWasSent() {
        server.answering(400, "secret-body");
        assertThatThrownBy(() -> client.inbox(new CoordinatorApi.Ask("secret-statement")))
                .message()
                .doesNotContain("secret")
                .doesNotContain("token-");
    }
}
