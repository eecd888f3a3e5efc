package dev.mayfly.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.network.Lifetimes;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.transport.Timeouts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator that answers in every wrong way, and once rightly. */
@Timeout(30)
class CoordinatorRegistryTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);
    private HttpServer server;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void newest_isWhatTheCoordinatorShows(String end) {
        answer(exchange -> send(exchange, 200, "{\"registry\":\"a.b.c\"}"));

        assertThat(source(end).newest()).hasValue("a.b.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"registry\":null}", "{\"registry\":\"a\",\"more\":1}", "<html>"})
    void newest_isNoneWhenTheAnswerIsNotOne(String body) {
        answer(exchange -> send(exchange, 200, body));

        assertThat(source("").newest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void newest_isNoneWhenTheCoordinatorDoesNotSayOk(int status) {
        answer(exchange -> send(exchange, status, "{\"registry\":\"a.b.c\"}"));

        assertThat(source("").newest()).isEmpty();
    }

    @Test
    void newest_isNoneWhenTheAnswerIsTooLong() {
        String aboveOneMiB = "{\"registry\":\"" + "a".repeat(1024 * 1024) + "\"}";
        answer(exchange -> send(exchange, 200, aboveOneMiB));

        assertThat(source("").newest()).isEmpty();
    }

    @Test
    void newest_isNoneWhenTheAnswerNeverStarts() {
        answer(exchange -> awaitEnd());

        assertThat(source("").newest()).isEmpty();
    }

    @Test
    void newest_isNoneWhenTheBodyNeverEnds() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write("{\"registry\":\"a".getBytes(StandardCharsets.US_ASCII));
            body.flush();
            awaitEnd();
        });

        assertThat(source("").newest()).isEmpty();
    }

    @Test
    void newest_isNoneWhenNobodyAnswers() {
        RegistrySource source = source("");
        server.stop(0);

        assertThat(source.newest()).isEmpty();
    }

    private RegistrySource source(String end) {
        SecureRandom random = new SecureRandom();
        Network network = new Network(
                "testnet",
                SigningPrivateKey.generate(random).publicKey(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + end),
                VrfPrivateKey.generate(random).publicKey(),
                List.of("https://issuer.test"),
                List.of(new Threshold(3, 5)),
                1,
                1000,
                new Lifetimes(Duration.ofSeconds(5), Duration.ofDays(7), Duration.ofHours(24)),
                Duration.ofHours(1));
        return new CoordinatorRegistry(
                network, new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), 1), Optional::empty);
    }

    private void answer(Answer answer) {
        server.createContext("/v1/registry", answer::to);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            done.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
