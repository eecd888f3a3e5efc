package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.client.file.KeyringFile;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.process.FunctionProcess;
import dev.mayfly.local.process.PackagedFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A packaged role that is stopped while it works: a message handler, before a coordinator that takes its time. */
@ExtendWith(RunningNetwork.class)
@Timeout(120)
class StopTest {
    private static final String AUDIENCE = "stopping";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private final LocalNetwork network;
    private final UserId owner;

    @TempDir
    private Path folder;

    StopTest(LocalNetwork network) {
        this.network = network;
        this.owner = network.issuer().user("stopped");
    }

    @Test
    void stop_isNotReadyAnswersWhatWasAskedAndEnds() throws Exception {
        HttpServer coordinator = coordinator();
        try (FunctionProcess handler = handler(coordinator.getAddress().getPort())) {
            ProcessHandle process = ProcessHandle.of(handler.pid()).orElseThrow();
            URI url = handler.url();
            assertThat(status(url)).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> inbox = http.sendAsync(inbox(url), BodyHandlers.ofString());
            asked.await();

            process.destroy();
            Eventually.holds(() -> status(url) == 503);
            assertThat(inbox).isNotDone();
            answering.countDown();

            assertThat(inbox.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(inbox.get().body()).isEqualTo("{\"items\":[]}");
            assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            answering.countDown();
            coordinator.stop(0);
        }
    }

    private HttpServer coordinator() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/registry", exchange -> answer(exchange, "{\"registry\":\"none\"}"));
        server.createContext("/v1/inbox", exchange -> {
            asked.countDown();
            try {
                answering.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, "{\"items\":[],\"next\":\"\"}");
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private FunctionProcess handler(int coordinatorPort) throws IOException {
        String known = network.network().coordinator().toString();
        String file = Files.readString(network.networkFile());
        assertThat(file).contains(known);
        Files.writeString(folder.resolve("network.json"), file.replace(known, "http://127.0.0.1:" + coordinatorPort));
        try (Keyring keys = Keyring.of(UserKeys.generate(owner, new SecureRandom()))) {
            new KeyringFile(folder.resolve("keyring"), network.network().name()).create(keys);
        }
        Files.writeString(folder.resolve("token"), "token");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "mayfly.handler.network-file", folder.resolve("network.json").toString());
        settings.put("mayfly.handler.keyring-file", folder.resolve("keyring").toString());
        settings.put(
                "mayfly.handler.coordinator-token-file", folder.resolve("token").toString());
        settings.put(
                "mayfly.handler.evidence-folder", folder.resolve("evidence").toString());
        settings.put("mayfly.handler.calls.attempt", "60s");
        settings.put("mayfly.handler.apps", owner.subject());
        settings.put("mp.jwt.verify.issuer", owner.issuer());
        settings.put("mp.jwt.verify.publickey.location", owner.issuer() + "/jwks.json");
        settings.put("mp.jwt.verify.audiences", AUDIENCE);
        PackagedFunction packaged = PackagedFunction.of(RunningNetwork.root(), "message-handler");
        return FunctionProcess.start(packaged, OptionalInt.of(0), settings, folder.resolve("log"));
    }

    private HttpRequest inbox(URI handler) {
        return HttpRequest.newBuilder(handler.resolve("/v1/inbox"))
                .header("Authorization", "Bearer " + network.issuer().token(owner, AUDIENCE))
                .build();
    }

    private int status(URI handler) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(handler.resolve("/q/health/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException gone) {
            return 0;
        }
    }
}
