package dev.mayfly.testbed.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port in front of a server, which passes every byte on, both ways, and keeps it. */
final class Tap implements AutoCloseable {
    private final List<ByteArrayOutputStream> heard = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Tap::daemon);
    private final URI server;
    private final ServerSocket port;

    /** Listens on a free port of 127.0.0.1. */
    Tap(URI server) {
        this.server = server;
        try {
            this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException("a port cannot be had", taken);
        }
        threads.execute(this::listen);
    }

    /** What to call in the server's place. */
    URI url() {
        return URI.create("http://127.0.0.1:" + port.getLocalPort());
    }

    /** All bytes up to now, each direction of each connection by itself. */
    List<byte[]> heard() {
        return heard.stream().map(ByteArrayOutputStream::toByteArray).toList();
    }

    @Override
    public void close() throws IOException {
        port.close();
        threads.shutdownNow();
    }

    private void listen() {
        try {
            while (!port.isClosed()) {
                connect(port.accept());
            }
        } catch (IOException closed) {
            // The end of the test, or of the server: then callers see that nobody is there.
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket called = new Socket(server.getHost(), server.getPort());
        caller.setTcpNoDelay(true);
        called.setTcpNoDelay(true);
        pass(caller, called);
        pass(called, caller);
    }

    private void pass(Socket from, Socket to) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        heard.add(record);
        threads.execute(() -> {
            try (from;
                    to) {
                copy(from.getInputStream(), to.getOutputStream(), record);
            } catch (IOException gone) {
                // One end hung up; closing both tells the other.
            }
        });
    }

    private static void copy(InputStream in, OutputStream out, ByteArrayOutputStream record) throws IOException {
        byte[] buffer = new byte[8192];
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
            record.write(buffer, 0, size);
            out.write(buffer, 0, size);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "tap");
        thread.setDaemon(true);
        return thread;
    }
}
