package dev.mayfly.edge.request;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.domain.wire.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers every failed request with an RFC 9457 problem: {@code type, title, status, detail}, {@code instance} (the request
 * id) and {@code field} (a JSON pointer) where one field is to blame. Logs what is our fault, and nothing else.
 */
@ApplicationScoped
class ProblemWriter {
    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int BAD_REQUEST = 400;

    private final StrictFunctions functions;

    ProblemWriter(StrictFunctions functions) {
        this.functions = functions;
    }

    void answer(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.ended() || leftEarly(request)) {
            return;
        }
        Refusal refusal = refusal(request).orElseGet(() -> internal(request));
        response.setStatusCode(refusal.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refusal.code() == ErrorCode.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        refusal.retryAfter().ifPresent(wait -> response.putHeader(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
        response.end(problem(refusal, NameRequest.of(request)).encode());
    }

    private static JsonObject problem(Refusal refusal, RequestId requestId) {
        JsonObject problem = new JsonObject()
                .put("type", refusal.code().type().toString())
                .put("title", refusal.code().title())
                .put("status", refusal.code().status())
                .put("detail", refusal.detail())
                .put("instance", "urn:mayfly:request:" + requestId);
        refusal.field().ifPresent(field -> problem.put("field", field));
        return problem;
    }

    private Optional<Refusal> refusal(RoutingContext request) {
        int status = request.statusCode();
        if (request.failure() != null) {
            return KnownFailures.ofException(request.failure()).or(() -> KnownFailures.ofStatus(status));
        }
        // Past the gate a bare 400 is Funqy's, for a body it cannot read, and also for a result it cannot write.
        return status == BAD_REQUEST && RequestGate.admitted(request)
                ? functions.whyUnreadable(request)
                : KnownFailures.ofStatus(status);
    }

    /** A caller who hangs up while still sending wants no answer, and is no fault of ours. */
    private static boolean leftEarly(RoutingContext request) {
        return request.response().closed() && !RequestGate.admitted(request);
    }

    private static Refusal internal(RoutingContext request) {
        LOG.error("A request failed unexpectedly", request.failure());
        return Refusal.of(ErrorCode.INTERNAL, "Our log knows more, under the request id in instance.");
    }

    private static String wholeSeconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
