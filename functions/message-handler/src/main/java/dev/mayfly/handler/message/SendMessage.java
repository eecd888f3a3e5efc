package dev.mayfly.handler.message;

import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.HandlerApi;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Sends content to a user. Each call opens a container of its own: a call that is repeated sends twice, and nothing here
 * remembers the first one. Whoever got no answer looks into the inbox before asking again.
 */
@Singleton
public final class SendMessage {
    private final Party party;
    private final Terms terms;

    SendMessage(Party party, Terms terms) {
        this.party = party;
        this.terms = terms;
    }

    /** Sends and wipes the request's content. */
    public HandlerApi.Sent send(HandlerApi.Send request) {
        try (SecretBytes content = request.content()) {
            Terms.requireFits(content);
            UserId to = terms.peer(request.to(), "/to");
            Duration lifetime = terms.lifetime(request.lifetimeSeconds());
            Threshold threshold = terms.threshold(request.k(), request.n());
            return new HandlerApi.Sent(
                    party.ask(client -> client.send(client.lookUp(to), lifetime, threshold, content)));
        }
    }
}
