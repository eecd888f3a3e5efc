package dev.mayfly.node.registry;

import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.WireJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The registry as the network's coordinator shows it: {@code GET /v1/registry}. Slow, long and broken answers are none. */
@Singleton
public final class CoordinatorRegistry implements RegistrySource {
    /** For connecting, head and body together. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A statement is at most 256 KiB; there is little else in the answer. */
    private static final int MAX_BYTES = 260 * 1024;

    private static final int OK = 200;
    private static final Logger LOG = Logger.getLogger(CoordinatorRegistry.class);

    private final HttpClient http;
    private final HttpRequest request;

    /** Asks the coordinator of this network. */
    public CoordinatorRegistry(Network network) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        this.request =
                HttpRequest.newBuilder(functionUrl(network.coordinator())).build();
    }

    @Override
    public Optional<String> newest() {
        // The client's own time-out ends with the head of the answer: ours covers a body that trickles as well.
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> new BoundedBody(MAX_BYTES));
        try {
            return registryIn(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException failed) {
            // The kind only: messages quote what was received.
            LOG.warnf("The coordinator's registry could not be had: %s", kind(failed));
            return Optional.empty();
        } finally {
            answer.cancel(true);
        }
    }

    private static Optional<String> registryIn(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            LOG.warnf("The coordinator answers %d where its registry should be", answer.statusCode());
            return Optional.empty();
        }
        // A lone "null" reads as null.
        return Optional.ofNullable(WireJson.mapper().readValue(answer.body(), CoordinatorApi.SignedRegistry.class))
                .map(CoordinatorApi.SignedRegistry::registry);
    }

    private static String kind(Exception failed) {
        Throwable cause = failed instanceof ExecutionException ? failed.getCause() : failed;
        return cause.getClass().getSimpleName();
    }

    private static URI functionUrl(URI coordinator) {
        String base = coordinator.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + "v1/registry");
    }
}
