package dev.mayfly.edge.request;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Times every request, by the function that was called and the status it was answered with. Both come from lists of ours: a
 * path that is no function's is {@code none}, whatever stood in it.
 */
@ApplicationScoped
class RequestMeter {
    private static final String NONE = "none";

    private final StrictFunctions functions;
    private final MeterRegistry meters;

    RequestMeter(StrictFunctions functions, MeterRegistry meters) {
        this.functions = functions;
        this.meters = meters;
    }

    void begin(RoutingContext request) {
        Timer.Sample running = Timer.start(meters);
        request.addEndHandler(sentOrNot -> running.stop(timer(request)));
    }

    private Timer timer(RoutingContext request) {
        return Timer.builder("mayfly.requests")
                .description("Requests, by function and status")
                .tag(
                        "function",
                        functions.called(request).map(FunctionInvoker::getName).orElse(NONE))
                .tag("status", String.valueOf(request.response().getStatusCode()))
                .register(meters);
    }
}
