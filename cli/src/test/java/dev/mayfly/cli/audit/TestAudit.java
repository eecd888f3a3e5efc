package dev.mayfly.cli.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.ledger.Entry;
import dev.mayfly.domain.wire.AuditApi;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An audit over real HTTP that tells whatever a test wants. */
final class TestAudit implements AutoCloseable {
    private final HttpServer server;
    volatile List<Bytes> entries;
    volatile ChainHead head;

    TestAudit(TestChain chain) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/v1/head", exchange -> reply(exchange, new AuditApi.Head(head.entries(), head.digest())));
        server.createContext("/v1/entries", exchange -> reply(exchange, page(query(exchange))));
        server.createContext(
                "/v1/trail", exchange -> reply(exchange, trail(query(exchange).get("subject"))));
        server.start();
        tell(chain);
    }

    /** Tells a chain as it is now. */
    void tell(TestChain chain) {
        entries = List.copyOf(chain.entries);
        head = chain.head();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private AuditApi.Entries page(Map<String, String> query) {
        int from = Math.min(entries.size(), Integer.parseInt(query.get("from")));
        int limit = Integer.parseInt(query.get("limit"));
        return new AuditApi.Entries(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    private AuditApi.Entries trail(String subject) {
        return new AuditApi.Entries(entries.stream()
                .filter(entry -> subjectOf(entry).toBase64Url().equals(subject))
                .toList());
    }

    private static Bytes subjectOf(Bytes entry) {
        try {
            return Entry.decode(entry).subject();
        } catch (RejectedException broken) {
            return entry;
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void reply(HttpExchange exchange, Object reply) throws IOException {
        try (exchange) {
            byte[] json = WireJson.mapper().writeValueAsBytes(reply);
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
