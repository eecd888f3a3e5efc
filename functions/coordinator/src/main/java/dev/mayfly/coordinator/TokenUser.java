package dev.mayfly.coordinator;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The user a request's bearer token names. Signature, expiry and audience were checked before it gets here. */
@RequestScoped
class TokenUser {
    private final JsonWebToken token;
    private final Network network;

    TokenUser(JsonWebToken token, Network network) {
        this.token = token;
        this.network = network;
    }

    /** The user, if its issuer is one of the network file's. */
    UserId get() {
        if (token.getSubject() == null || !network.issuers().contains(token.getIssuer())) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED, "The token names no user of this network.");
        }
        try {
            return UserId.of(token.getIssuer(), token.getSubject());
        } catch (RejectedException rejected) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED, rejected.getMessage());
        }
    }
}
