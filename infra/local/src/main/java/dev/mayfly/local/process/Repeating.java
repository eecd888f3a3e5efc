package dev.mayfly.local.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something that this process does again and again. */
public final class Repeating implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread background = new Thread(task, "repeating");
        background.setDaemon(true);
        return background;
    });

    private Repeating() {}

    /** Does it after each pause until it is closed. A failure is said on standard error, and the next time comes anyway. */
    public static Repeating every(Duration pause, Runnable task) {
        Repeating repeating = new Repeating();
        repeating.thread.scheduleWithFixedDelay(
                () -> attempt(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return repeating;
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            System.err.println(failed.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
