package dev.mayfly.cli.audit;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** How far a reader of a chain has come: a bar on standard error, where that is a terminal. */
final class Progress implements AutoCloseable {
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final long total;
    private final boolean shown = Boolean.getBoolean("mayfly.terminal");
    private final long started = System.nanoTime();
    private long done;
    private long printedAt = started;

    /** Progress towards a total, which may grow meanwhile. */
    Progress(PrintWriter err, long total) {
        this.err = err;
        this.total = total;
    }

    /** So many entries more are done. */
    void add(long entries) {
        done += entries;
        long now = System.nanoTime();
        if (shown && now - printedAt >= BETWEEN_NANOS) {
            printedAt = now;
            print(now);
        }
    }

    private void print(long now) {
        long of = Math.max(total, done);
        int full = (int) (of == 0 ? 0 : WIDTH * done / of);
        double seconds = (now - started) / 1e9;
        err.printf(
                "\r[%s%s] %,d of %,d entries, %,d/s ",
                "#".repeat(full), ".".repeat(WIDTH - full), done, of, (long) (done / seconds));
        err.flush();
    }

    /** Clears the bar. */
    @Override
    public void close() {
        if (printedAt != started) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
