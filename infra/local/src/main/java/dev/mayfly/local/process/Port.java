package dev.mayfly.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** TCP ports of 127.0.0.1. */
public final class Port {
    private Port() {}

    /** One that is free now; somebody else may be quicker. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The port of a URL that has stood in the network's files since it was made.
     *
     * @throws IllegalStateException when somebody else has it now
     */
    public static int again(URI url, String who) {
        try (ServerSocket socket = new ServerSocket(url.getPort(), 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException("port " + url.getPort() + " is taken, and this network's " + who
                    + " cannot move: end what uses the port, or start a network in another folder");
        }
    }
}
