package dev.mayfly.local.surface;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stands between one person's client and the coordinator, and keeps the last request of each function that was answered. */
public final class Recorder implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Network real;
    private final Map<String, Recorded> recorded = new LinkedHashMap<>();

    private Recorder(HttpServer server, Network real) {
        this.server = server;
        this.real = real;
    }

    /** A request that was answered with 200. */
    public record Recorded(String authorization, String body, String reply) {}

    static Recorder before(Network real) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Recorder recorder = new Recorder(server, real);
        server.createContext("/", recorder::forward);
        server.start();
        return recorder;
    }

    /** The network as a client sees it that goes through this. */
    Network network() throws RejectedException {
        String json = new String(real.toJson(), StandardCharsets.UTF_8);
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        return Network.parse(json.replace(real.coordinator().toString(), here).getBytes(StandardCharsets.UTF_8));
    }

    /** The last requests, by function. */
    Map<String, Recorded> recorded() {
        return Map.copyOf(recorded);
    }

    private synchronized void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = http.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200 && body.length > 0) {
                String function = exchange.getRequestURI().getPath().substring("/v1/".length());
                recorded.put(function, new Recorded(authorization(exchange), utf8(body), utf8(answer.body())));
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        URI url = real.coordinator().resolve(exchange.getRequestURI().getPath());
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : new String[] {"Content-Type", "Authorization"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return request.build();
    }

    private static String authorization(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? "" : header;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
