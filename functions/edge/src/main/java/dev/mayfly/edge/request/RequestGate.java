package dev.mayfly.edge.request;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import dev.mayfly.edge.ReadableFunctions;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks what Funqy leaves open: that a function is called by its own method, with no parameter in its query string but its
 * own, with {@code application/json}, and with one JSON object. Paths that are no function (health) pass untouched.
 */
@ApplicationScoped
class RequestGate {
    private static final Pattern NAMELESS = Pattern.compile("(?:^|[&;])(?:[=&;]|$)");
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
        checkNames(request.request().query());
        checkQuery(request.queryParams(), readable.parametersOf(function.getName()));
        if (function.hasInput()) {
            checkContentType(request.request().getHeader(HttpHeaders.CONTENT_TYPE));
            checkBody(request.body().buffer());
        }
        if (allowed.equals(HttpMethod.GET)) {
            checkNoBody(request.request());
        }
        request.put(ADMITTED, true);
    }

    /** Whether a request came so far that a function has it; what fails earlier is never our fault. */
    static boolean admitted(RoutingContext request) {
        return request.get(ADMITTED, false);
    }

    /** What has no name is among no parameters: it was left out before they came here. */
    private static void checkNames(String query) {
        if (query != null && !query.isEmpty() && NAMELESS.matcher(query).find()) {
            throw Refusal.of(ErrorCode.MALFORMED_REQUEST, "A parameter has no name.");
        }
    }

    private static void checkQuery(MultiMap given, Set<String> taken) {
        for (String name : given.names()) {
            if (!taken.contains(name)) {
                throw wrongParameter(name, "This function takes no such parameter.");
            }
            if (given.getAll(name).size() > 1) {
                throw wrongParameter(name, "The parameter is there twice.");
            }
        }
    }

    private static Refusal wrongParameter(String name, String detail) {
        return JsonFault.isPlain(name)
                ? Refusal.ofField(ErrorCode.MALFORMED_REQUEST, "/" + name, detail)
                : Refusal.of(ErrorCode.MALFORMED_REQUEST, detail);
    }

    /** A role that reads no body at all would let Quarkus refuse a large one, without a word of ours. */
    private static void checkNoBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE, "A function that is read by GET takes no body.");
        }
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
