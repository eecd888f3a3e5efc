package dev.mayfly.edge.request;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The path of every request: it gets an id and is timed, its body is read and bounded by Quarkus, the gate lets it in, Quarkus
 * authenticates, Funqy parses and calls the function. Wherever that fails, {@link ProblemWriter} answers.
 */
@ApplicationScoped
class EdgeRoutes {
    /** Before Quarkus reads the body, so that a body too large is answered with a request id as well. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** After the body was read, before authentication: what no token could mend is not asked for one. */
    private static final int GATE = -9_000;

    private final NameRequest nameRequest;
    private final RequestMeter meter;
    private final RequestGate gate;
    private final ProblemWriter problems;
    private final StrictFunctions functions;

    EdgeRoutes(
            NameRequest nameRequest,
            RequestMeter meter,
            RequestGate gate,
            ProblemWriter problems,
            StrictFunctions functions) {
        this.nameRequest = nameRequest;
        this.meter = meter;
        this.gate = gate;
        this.problems = problems;
        this.functions = functions;
    }

    void register(@Observes Router router) {
        functions.readStrictly();
        router.route().order(FIRST).handler(this::begin).failureHandler(problems::answer);
        router.route().order(GATE).handler(gate::check);
        router.route().last().handler(EdgeRoutes::refuseUnknownPath);
    }

    private void begin(RoutingContext request) {
        nameRequest.name(request);
        meter.begin(request);
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.next();
    }

    private static void refuseUnknownPath(RoutingContext request) {
        request.fail(Refusal.of(ErrorCode.NOT_FOUND, "No function has this path."));
    }
}
