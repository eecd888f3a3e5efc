package dev.mayfly.edge;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The query string of a function that is read by GET. Values are read as strictly as JSON is, and a refusal names the
 * parameter in {@code field}; names that the function does not take, and repeated ones, never come so far. Call it in the
 * function itself.
 */
@ApplicationScoped
public class Query {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final CurrentVertxRequest request;

    Query(CurrentVertxRequest request) {
        this.request = request;
    }

    /** An integer in plain decimal; empty when the parameter is not there. */
    public OptionalLong integer(String name, long least, long most) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        long value = DECIMAL.matcher(text.get()).matches() ? Long.parseLong(text.get()) : -1;
        if (value < least || value > most) {
            throw refusal(name, "must be an integer of %d to %d, in plain decimal".formatted(least, most));
        }
        return OptionalLong.of(value);
    }

    /** Bytes in canonical base64url; the parameter must be there. */
    public Bytes bytes(String name, int size) {
        try {
            return Bytes.fromBase64Url(value(name).orElse("")).requireSize(size, name);
        } catch (RejectedException wrong) {
            throw refusal(name, "must be %d bytes in base64url without padding".formatted(size));
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(request.getCurrent().queryParams().get(name));
    }

    private static Refusal refusal(String name, String what) {
        return Refusal.ofField(ErrorCode.MALFORMED_REQUEST, "/" + name, "The parameter %s %s.".formatted(name, what));
    }
}
