package dev.mayfly.edge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What the application logs at ERROR while this is open. */
final class ErrorLog extends Handler implements AutoCloseable {
    private final List<LogRecord> errors = new CopyOnWriteArrayList<>();

    ErrorLog() {
        Logger.getLogger("").addHandler(this);
    }

    List<LogRecord> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() > Level.WARNING.intValue()) {
            if (line instanceof ExtLogRecord extended) {
                // Of the thread that logs, which is this one.
                extended.copyMdc();
            }
            errors.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
