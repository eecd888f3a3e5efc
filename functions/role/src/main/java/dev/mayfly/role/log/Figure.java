package dev.mayfly.role.log;

import org.jboss.logging.MDC;

/**
 * A number of its own in a line of the log, so that a metric can be made of it.
 *
 * @param name the line's member that has it
 */
public record Figure(String name, long value) {
    static final String PREFIX = "figure.";

    /** Logs a line with it. */
    public void in(Runnable line) {
        MDC.put(PREFIX + name, String.valueOf(value));
        try {
            line.run();
        } finally {
            MDC.remove(PREFIX + name);
        }
    }
}
