package dev.mayfly.edge.request;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jboss.logging.MDC;

/**
 * Names each request by 16 random bytes of our own, on the answer and in every log line about it. An id from outside is
 * never taken: it could impersonate another request or smuggle text into the log.
 */
@ApplicationScoped
class RequestId {
    static final String HEADER = "Mayfly-Request-Id";
    static final String LOG_KEY = "requestId";
    private static final int SIZE = 16;

    private final SecureRandom random;

    RequestId(SecureRandom random) {
        this.random = random;
    }

    void assign(RoutingContext request) {
        byte[] id = new byte[SIZE];
        random.nextBytes(id);
        String text = HexFormat.of().formatHex(id);
        request.put(LOG_KEY, text);
        request.response().putHeader(HEADER, text);
        MDC.put(LOG_KEY, text);
    }

    static String of(RoutingContext request) {
        return request.get(LOG_KEY);
    }
}
