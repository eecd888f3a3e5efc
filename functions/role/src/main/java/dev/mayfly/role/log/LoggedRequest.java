package dev.mayfly.role.log;

import dev.mayfly.domain.wire.RequestId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** The request, or the run, that the lines of a thread are about. */
public final class LoggedRequest {
    static final String KEY = "requestId";

    private LoggedRequest() {}

    /** Names what this thread does from now on. */
    public static void begin(RequestId id) {
        MDC.put(KEY, id.text());
    }

    /** Names what this thread does until {@code work} is done. */
    public static <T> T during(RequestId id, Supplier<T> work) {
        begin(id);
        try {
            return work.get();
        } finally {
            MDC.remove(KEY);
        }
    }

    /** What this thread works for; empty where nobody asked for it. */
    public static Optional<RequestId> current() {
        return Optional.ofNullable(MDC.get(KEY)).map(Object::toString).flatMap(RequestId::parse);
    }
}
