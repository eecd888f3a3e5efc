package dev.mayfly.local.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a network has started, which ends with this process if it did not end before: on Ctrl-C, on SIGTERM, and when a start
 * fails halfway.
 */
public final class Running implements AutoCloseable {
    /** Starts something and returns what ends it. */
    @FunctionalInterface
    public interface Start<T extends AutoCloseable, E extends Exception> {
        T run() throws E;
    }

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::end, "end of the network");
    private boolean ended;

    public Running() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts something, to be ended before what was started earlier. While it starts nothing is ended, so that nothing is
     * missed.
     *
     * @throws IllegalStateException when the end has come already
     */
    public synchronized <T extends AutoCloseable, E extends Exception> T start(Start<T, E> start) throws E {
        if (ended) {
            throw new IllegalStateException("the network was stopped");
        }
        T resource = start.run();
        started.push(resource);
        return resource;
    }

    /** Ends everything, the last first. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // Then the hook is what runs, and finds nothing to do.
        }
    }

    private synchronized void end() {
        ended = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                System.err.println("stopping the network: " + failed.getMessage());
            }
        }
    }
}
