package dev.mayfly.local.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Stands before one node on a port of its own, and is honest until it is told otherwise. */
public final class FaultProxy implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::daemon);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Supplier<URI> node;
    private volatile Behaviour behaviour = Behaviour.HONEST;

    private FaultProxy(HttpServer server, Supplier<URI> node) {
        this.server = server;
        this.node = node;
    }

    /** Starts on a free port of 127.0.0.1; {@code node} says where the node is at each call. */
    public static FaultProxy before(Supplier<URI> node) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FaultProxy proxy = new FaultProxy(server, node);
            server.createContext("/", proxy::handle);
            server.setExecutor(proxy.threads);
            server.start();
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException("a proxy cannot be started", failed);
        }
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers like this from the next call on. */
    public void behave(Behaviour next) {
        behaviour = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            behaviour.answer(new Call(exchange, http, node.get()));
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fault proxy");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
