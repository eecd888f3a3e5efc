package dev.mayfly.domain.wire;

import dev.mayfly.crypto.RejectedException;
import java.time.Duration;
import java.util.Optional;

/**
 * A no to a caller, with the reason it may know. Thrown by rules and use cases, answered as an RFC 9457 problem by the edge,
 * and thrown again by the client that receives it. Carries no stack: it is an answer, not a fault. Details never hold secrets.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String field;
    private final transient Duration retryAfter;

    private Refusal(ErrorCode code, String detail, String field, Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** A refusal that concerns the request as a whole. */
    public static Refusal of(ErrorCode code, String detail) {
        return new Refusal(code, detail, null, null);
    }

    /** A refusal that concerns one field, named by a JSON pointer (RFC 6901) into the request body. */
    public static Refusal ofField(ErrorCode code, String field, String detail) {
        return new Refusal(code, detail, field, null);
    }

    /** A refusal that may be gone after a while. */
    public static Refusal retryable(ErrorCode code, String detail, Duration retryAfter) {
        return new Refusal(code, detail, null, retryAfter);
    }

    /** The refusal of a field that does not parse or verify; {@code field} is the JSON pointer of the field that held it. */
    public static Refusal of(RejectedException rejected, String field) {
        return ofField(ErrorCode.REJECTED, field, rejected.getMessage());
    }

    /** Which of the catalogue's errors this is. */
    public ErrorCode code() {
        return code;
    }

    /** What went wrong this time, in one sentence. */
    public String detail() {
        return getMessage();
    }

    /** JSON pointer of the offending field, where one is to blame. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** How long to wait before trying again, where trying again makes sense. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
