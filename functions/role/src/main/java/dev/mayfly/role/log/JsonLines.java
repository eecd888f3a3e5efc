package dev.mayfly.role.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.WriterHandler;

/** Has every handler that writes text write {@link JsonLine}s, before anything else of the role starts. */
@Singleton
final class JsonLines {
    void begin(@Observes @Priority(Integer.MIN_VALUE) StartupEvent start) {
        for (Handler handler : LogContext.getLogContext().getLogger("").getHandlers()) {
            format(handler);
        }
    }

    private static void format(Handler handler) {
        if (handler instanceof WriterHandler) {
            handler.setFormatter(new JsonLine());
        }
        if (handler instanceof ExtHandler outer) {
            for (Handler inner : outer.getHandlers()) {
                format(inner);
            }
        }
    }
}
