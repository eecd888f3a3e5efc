package dev.mayfly.domain.wire;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every way Mayfly says no, as RFC 9457 problem types. A slug never changes its meaning once released. */
public enum ErrorCode {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    REJECTED(400, "The request is not what it claims to be"),
    STATEMENT_NOT_CURRENT(400, "The statement was not issued within a minute of now"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "No such function"),
    CONTAINER_UNKNOWN(404, "No such container for this caller"),
    KEYS_UNKNOWN(404, "No keys are registered for this user"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    KEYS_CONFLICT(409, "Other keys are registered for this user"),
    RESET_WAITING(409, "Another reset of this user's keys is waiting"),
    RESET_NOT_WAITING(409, "No such reset is waiting"),
    REGISTRY_CONFLICT(409, "This is not the next version of the registry"),
    REGISTRY_OUTDATED(409, "The container was opened under another version of the registry"),
    NOT_ENOUGH_NODES(409, "The registry has too few operators for this committee"),
    DEALING_CONFLICT(409, "Another dealing came first"),
    CONTAINER_NOT_ACTIVE(409, "The container is not active yet"),
    CONTAINER_NOT_ENDED(409, "The container has not ended"),
    MESSAGE_MISSING(409, "No message was stored yet"),
    MESSAGE_CONFLICT(409, "Another message came first"),
    CONTACT_RESET(409, "The other party's keys were reset"),
    CONTAINER_ENDED(410, "The container has ended"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    OUT_OF_BOUNDS(422, "The network does not allow this"),
    QUOTA_EXCEEDED(429, "A quota is used up"),
    MAILBOX_FULL(429, "The receiver's mailbox is full"),
    INTERNAL(500, "Something failed on our side"),
    HANDLER_REFUSED(502, "The coordinator does not take what this handler brings"),
    UNREACHABLE(502, "Somebody who is needed does not answer"),
    ANSWER_REJECTED(502, "An answer that is needed does not verify"),
    TOO_FEW_NODES(503, "Too few nodes did what is needed"),
    BUSY(503, "Too many writers at once; try again");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status this error is answered with. */
    public int status() {
        return status;
    }

    /** One sentence that is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable name: lower case, words joined by hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem's {@code type}: {@code urn:mayfly:error:<slug>}. */
    public URI type() {
        return URI.create("urn:mayfly:error:" + slug());
    }

    /** The code whose {@link #type()} this is; empty for a type that this version does not know. */
    public static Optional<ErrorCode> ofType(String type) {
        return Arrays.stream(values())
                .filter(code -> code.type().toString().equals(type))
                .findFirst();
    }
}
