package dev.mayfly.edge.request;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Tells a caller's mistake from a fault of ours. What is not known to be the caller's is ours. */
final class KnownFailures {
    private KnownFailures() {}

    /** The refusal that an exception stands for; empty for a fault of ours. */
    static Optional<Refusal> ofException(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof RejectedException rejected) {
            return Optional.of(ofRejected(rejected));
        }
        if (cause instanceof AuthenticationException || cause instanceof UnauthorizedException) {
            return Optional.of(unauthenticated());
        }
        return cause instanceof ForbiddenException ? Optional.of(forbidden()) : Optional.empty();
    }

    /** The refusal that a bare status, set by Quarkus or Vert.x, stands for; empty for a fault of ours. */
    static Optional<Refusal> ofStatus(int status) {
        return switch (status) {
            case 401 -> Optional.of(unauthenticated());
            case 403 -> Optional.of(forbidden());
            case 404 -> Optional.of(Refusal.of(ErrorCode.NOT_FOUND, "No function has this path."));
            case 405 -> Optional.of(Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "This path does not take this method."));
            case 413 ->
                Optional.of(Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than this role takes."));
            case 415 -> Optional.of(Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8."));
            default ->
                status >= 400 && status < 500
                        ? Optional.of(Refusal.of(ErrorCode.MALFORMED_REQUEST, "The request cannot be read."))
                        : Optional.empty();
        };
    }

    /** Only what carries a function's own exception to us is looked into: a cause deeper down is not the caller's business. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ApplicationException
                        || cause instanceof ArcUndeclaredThrowableException
                        || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Refusal ofRejected(RejectedException rejected) {
        return rejected.field()
                .map(field -> Refusal.of(rejected, field.startsWith("/") ? field : "/" + field))
                .orElseGet(() -> Refusal.of(ErrorCode.REJECTED, rejected.getMessage()));
    }

    private static Refusal unauthenticated() {
        return Refusal.of(ErrorCode.UNAUTHENTICATED, "Send a valid bearer token.");
    }

    private static Refusal forbidden() {
        return Refusal.of(ErrorCode.FORBIDDEN, "The token does not allow this.");
    }
}
