package dev.mayfly.handler.message;

import dev.mayfly.client.key.Frame;
import dev.mayfly.client.party.Keyring;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Sends content to a user. Each call opens a container of its own: a call that is repeated sends twice, and nothing here
 * remembers the first one. Whoever got no answer looks into the inbox before asking again.
 */
@Singleton
public final class SendMessage {
    private final Party party;
    private final Keyring keys;
    private final Network network;

    SendMessage(Party party, Keyring keys, Network network) {
        this.party = party;
        this.keys = keys;
        this.network = network;
    }

    /** Sends and wipes the request's content. */
    public HandlerApi.Sent send(HandlerApi.Send request) {
        try (SecretBytes content = request.content()) {
            if (content.size() > Frame.MAX_CONTENT) {
                throw Refusal.ofField(ErrorCode.PAYLOAD_TOO_LARGE, "/content", "Content has at most 256 KiB.");
            }
            UserId to = receiver(request.to());
            Duration lifetime = lifetime(request.lifetimeSeconds());
            Threshold threshold = threshold(request);
            Bytes container = party.ask(client -> client.send(client.lookUp(to), lifetime, threshold, content));
            return new HandlerApi.Sent(container);
        }
    }

    private UserId receiver(HandlerApi.User to) {
        try {
            UserId user = UserId.of(to.issuer(), to.subject());
            if (user.equals(keys.current().user())) {
                throw Refusal.ofField(ErrorCode.REJECTED, "/to", "Nobody sends to themselves.");
            }
            return user;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/to/" + rejected.field().orElse(""));
        }
    }

    private Duration lifetime(long seconds) {
        long shortest = network.lifetimes().shortest().toSeconds();
        long longest = network.lifetimes().longest().toSeconds();
        if (seconds < shortest || seconds > longest) {
            String detail = "The network's containers live %d to %d seconds.".formatted(shortest, longest);
            throw Refusal.ofField(ErrorCode.OUT_OF_BOUNDS, "/lifetimeSeconds", detail);
        }
        return Duration.ofSeconds(seconds);
    }

    private Threshold threshold(HandlerApi.Send request) {
        return network.thresholds().stream()
                .filter(allowed -> allowed.k() == request.k() && allowed.n() == request.n())
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        ErrorCode.OUT_OF_BOUNDS, "/k", "The network allows no container with these k and n."));
    }
}
