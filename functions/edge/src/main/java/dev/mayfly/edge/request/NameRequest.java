package dev.mayfly.edge.request;

import dev.mayfly.domain.wire.RequestId;
import dev.mayfly.role.log.LoggedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/**
 * Names each request, on the answer and in every log line about it: by the id that its caller gave it, if that has the form of
 * one, so that a request is found in the logs of all roles it went through; otherwise by one of our own. An id of any other
 * form is not repeated anywhere: it could smuggle text into the log.
 */
@ApplicationScoped
class NameRequest {
    private static final String GIVEN = "mayfly.request-id";

    private final SecureRandom random;

    NameRequest(SecureRandom random) {
        this.random = random;
    }

    void name(RoutingContext request) {
        RequestId id = RequestId.parse(request.request().getHeader(RequestId.HEADER))
                .orElseGet(() -> RequestId.random(random));
        request.put(GIVEN, id);
        request.response().putHeader(RequestId.HEADER, id.text());
        LoggedRequest.begin(id);
    }

    static RequestId of(RoutingContext request) {
        return request.get(GIVEN);
    }
}
