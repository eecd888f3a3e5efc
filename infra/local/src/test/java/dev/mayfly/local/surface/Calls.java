package dev.mayfly.local.surface;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Raw HTTP calls of functions, as a program in any language would make them. */
public final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Surface surface;
    private final String matrix;

    /** Calls that are counted under the name of who makes them. */
    public Calls(Surface surface, String matrix) {
        this.surface = surface;
        this.matrix = matrix;
    }

    /** A request of a function with whatever it needs but its body: content type, and a good token if it takes one. */
    public HttpRequest.Builder to(OpenApi.Function function) {
        HttpRequest.Builder request = withoutToken(function);
        return function.token()
                ? request.setHeader("Authorization", "Bearer " + surface.tokenFor(function.role()))
                : request;
    }

    public HttpRequest.Builder withoutToken(OpenApi.Function function) {
        return HttpRequest.newBuilder(url(function, ""))
                .timeout(PATIENCE)
                .setHeader("Content-Type", "application/json");
    }

    /** A call with a query string, by the function's own method. */
    public HttpResponse<String> query(OpenApi.Function function, String query) {
        HttpRequest.Builder request = to(function).uri(url(function, "?" + query));
        return send(function.method().equals("get") ? request.GET() : request.POST(BodyPublishers.ofString("{}")));
    }

    private URI url(OpenApi.Function function, String query) {
        return URI.create(surface.urlOf(function.role()) + "/v1/" + function.name() + query);
    }

    HttpResponse<String> post(OpenApi.Function function, String body) {
        return send(to(function).POST(BodyPublishers.ofString(body)));
    }

    /** The same in chunks, with no length said beforehand. */
    HttpResponse<String> postChunked(OpenApi.Function function, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(to(function).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        surface.count(matrix);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
