package dev.mayfly.handler.message;

import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.HandlerApi;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Asks a user for content, in a container that the owner opens as its receiver. A call that is repeated asks twice. */
@Singleton
public final class RequestMessage {
    private final Party party;
    private final Terms terms;

    RequestMessage(Party party, Terms terms) {
        this.party = party;
        this.terms = terms;
    }

    /** Opens and activates the container; whoever is asked finds it among what is to be filled. */
    public HandlerApi.Requested request(HandlerApi.Request request) {
        UserId from = terms.peer(request.from(), "/from");
        Duration lifetime = terms.lifetime(request.lifetimeSeconds());
        Threshold threshold = terms.threshold(request.k(), request.n());
        return new HandlerApi.Requested(party.ask(client -> client.request(client.lookUp(from), lifetime, threshold)));
    }
}
