package dev.mayfly.edge;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/**
 * Checks what Funqy leaves open: that a function is called by its own method, with {@code application/json}, and with one
 * JSON object. Paths that are no function (health) pass untouched.
 */
@ApplicationScoped
class RequestGate {
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final String WHITE_SPACE = " \t\r\n";

    private static final String ADMITTED = "mayfly.admitted";

    private final StrictFunctions functions;
    private final ReadableFunctions readable;

    RequestGate(StrictFunctions functions, ReadableFunctions readable) {
        this.functions = functions;
        this.readable = readable;
    }

    void check(RoutingContext request) {
        try {
            functions.called(request).ifPresent(function -> check(request, function));
        } catch (Refusal refusal) {
            request.fail(refusal);
            return;
        }
        request.next();
    }

    private void check(RoutingContext request, FunctionInvoker function) {
        HttpMethod allowed = readable.contains(function.getName()) ? HttpMethod.GET : HttpMethod.POST;
        if (!allowed.equals(request.request().method())) {
            request.response().putHeader(HttpHeaders.ALLOW, allowed.name());
            throw Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "This function is called with " + allowed + ".");
        }
        if (function.hasInput()) {
            checkContentType(request.request().getHeader(HttpHeaders.CONTENT_TYPE));
            checkBody(request.body().buffer());
        }
        request.put(ADMITTED, true);
    }

    /** Whether a request came so far that a function has it; what fails earlier is never our fault. */
    static boolean admitted(RoutingContext request) {
        return request.get(ADMITTED, false);
    }

    private static void checkContentType(String type) {
        if (type == null || !JSON.matcher(type).matches()) {
            throw Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
        }
    }

    /** Funqy hands a missing body and a lone {@code null} to the function as null; every request record is an object. */
    private static void checkBody(Buffer body) {
        int length = body == null ? 0 : body.length();
        int start = 0;
        while (start < length && WHITE_SPACE.indexOf(body.getByte(start)) >= 0) {
            start++;
        }
        if (start == length || body.getByte(start) != '{' || isUtf16(body, start)) {
            throw Refusal.of(ErrorCode.MALFORMED_REQUEST, "The body must be one JSON object, in UTF-8.");
        }
    }

    /** Jackson would read it, RFC 8259 (section 8.1) forbids it; with the low byte first it begins like UTF-8. */
    private static boolean isUtf16(Buffer body, int start) {
        return start + 1 < body.length() && body.getByte(start + 1) == 0;
    }
}
