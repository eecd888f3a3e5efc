package dev.mayfly.handler.message;

import dev.mayfly.client.MayflyClient;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/**
 * Registers the owner's keys; again changes nothing. First keys are for good, so the caller says whose it means to register: a
 * handler that was set up for somebody else refuses.
 */
@Singleton
public final class RegisterOwner {
    private final Party party;
    private final Keyring keys;

    RegisterOwner(Party party, Keyring keys) {
        this.party = party;
        this.keys = keys;
    }

    /** Where the registration stands on the ledger. */
    public HandlerApi.Registered register(HandlerApi.Register request) {
        UserId user = keys.current().user();
        if (!request.owner().equals(new HandlerApi.User(user.issuer(), user.subject()))) {
            throw Refusal.ofField(ErrorCode.REJECTED, "/owner", "This handler has another owner.");
        }
        return new HandlerApi.Registered(party.ask(MayflyClient::register).index());
    }
}
