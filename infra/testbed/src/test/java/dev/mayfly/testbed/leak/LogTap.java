package dev.mayfly.testbed.leak;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that anybody in this process logs, at every level; what is printed stays what it was. */
final class LogTap extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Map<Handler, Level> others = new LinkedHashMap<>();
    private final List<byte[]> said = new CopyOnWriteArrayList<>();

    LogTap() {
        for (Handler other : root.getHandlers()) {
            others.put(other, other.getLevel());
            other.setLevel(Level.INFO);
        }
        setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    /** All of it up to now, message by message. */
    List<byte[]> said() {
        return List.copyOf(said);
    }

    @Override
    public void publish(LogRecord line) {
        StringWriter text = new StringWriter();
        text.append(line.getLoggerName()).append(' ').append(String.valueOf(line.getMessage()));
        if (line.getParameters() != null) {
            text.append(' ').append(Arrays.deepToString(line.getParameters()));
        }
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
        }
        said.add(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        others.forEach(Handler::setLevel);
    }
}
