package dev.mayfly.handler;

import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The app that a request's bearer token names. Signature, expiry and audience were checked before it gets here; that the issuer
 * gave somebody a token for this audience does not make them one of the owner's apps.
 */
@RequestScoped
class CallingApp {
    private final JsonWebToken token;
    private final HandlerConfig config;

    CallingApp(JsonWebToken token, HandlerConfig config) {
        this.token = token;
        this.config = config;
    }

    /** Lets nobody pass but an app of the owner's. */
    void requireOwners() {
        if (token.getSubject() == null || !config.apps().contains(token.getSubject())) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "The token names no app of this handler's owner.");
        }
    }
}
