package dev.mayfly.edge.request;

import dev.mayfly.role.log.LoggedRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Times every request and leaves a line about it in the log, by the function that was called and the status it was answered
 * with. Both come from lists of ours: a path that is no function's is {@code none}, whatever stood in it.
 */
@ApplicationScoped
class RequestMeter {
    private static final Logger LOG = Logger.getLogger(RequestMeter.class);
    private static final String NONE = "none";

    private final StrictFunctions functions;
    private final MeterRegistry meters;

    RequestMeter(StrictFunctions functions, MeterRegistry meters) {
        this.functions = functions;
        this.meters = meters;
    }

    void begin(RoutingContext request) {
        Timer.Sample running = Timer.start(meters);
        request.addEndHandler(sentOrNot -> end(request, running));
    }

    private void end(RoutingContext request, Timer.Sample running) {
        String function =
                functions.called(request).map(FunctionInvoker::getName).orElse(NONE);
        int status = request.response().getStatusCode();
        long millis = TimeUnit.NANOSECONDS.toMillis(running.stop(timer(function, status)));
        LoggedRequest.begin(NameRequest.of(request));
        LOG.infof("%s was answered %d after %d ms", function, status, millis);
    }

    private Timer timer(String function, int status) {
        return Timer.builder("mayfly.requests")
                .description("Requests, by function and status")
                .tag("function", function)
                .tag("status", String.valueOf(status))
                .register(meters);
    }
}
