package dev.mayfly.dynamodblocal;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * What runs in the child process: the engine behind a Jetty of our own, because the engine's own runner listens on every
 * address of the machine and cannot tell which free port it was given. Nothing here switches telemetry on.
 */
final class EngineProcess {
    private static final boolean SHARED_BY_ALL_REGIONS_AND_KEYS = true;
    private static final boolean NO_CREATING_STATES = false;
    private static final String NO_BROWSERS = null;

    private EngineProcess() {}

    /** Arguments: port, and data directory or an empty text. Prints the port once it answers; ends with standard input. */
    public static void main(String[] arguments) {
        PrintStream parent = System.out;
        // Libraries that chat on standard output must not fill a pipe that nobody reads.
        System.setOut(System.err);
        System.setProperty("org.eclipse.jetty.LEVEL", "WARN");
        try {
            Server server = server(Integer.parseInt(arguments[0]), arguments[1]);
            server.start();
            parent.println(((ServerConnector) server.getConnectors()[0]).getLocalPort());
            awaitEndOf(System.in);
            Runtime.getRuntime().halt(0);
        } catch (Exception failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static Server server(int port, String data) {
        boolean inMemory = data.isEmpty();
        var requests = new LocalDynamoDBRequestHandler(
                0, inMemory, inMemory ? null : data, SHARED_BY_ALL_REGIONS_AND_KEYS, NO_CREATING_STATES);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, NO_BROWSERS), "/"));
        return server;
    }

    private static void awaitEndOf(InputStream parent) throws IOException {
        parent.transferTo(OutputStream.nullOutputStream());
    }
}
