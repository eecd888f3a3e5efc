package dev.mayfly.handler.message;

import dev.mayfly.client.key.Frame;
import dev.mayfly.client.party.Keyring;
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

/** What an app wants of a container, as far as network and owner allow it: refused before anybody is asked. */
@Singleton
final class Terms {
    private final Keyring keys;
    private final Network network;

    Terms(Keyring keys, Network network) {
        this.keys = keys;
        this.network = network;
    }

    /** The other party, which is not the owner; {@code field} is the JSON pointer of the member that names it. */
    UserId peer(HandlerApi.User named, String field) {
        try {
            UserId user = UserId.of(named.issuer(), named.subject());
            if (user.equals(keys.current().user())) {
                throw Refusal.ofField(ErrorCode.REJECTED, field, "Nobody shares a container with themselves.");
            }
            return user;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, field + "/" + rejected.field().orElse(""));
        }
    }

    Duration lifetime(long seconds) {
        long shortest = network.lifetimes().shortest().toSeconds();
        long longest = network.lifetimes().longest().toSeconds();
        if (seconds < shortest || seconds > longest) {
            String detail = "The network's containers live %d to %d seconds.".formatted(shortest, longest);
            throw Refusal.ofField(ErrorCode.OUT_OF_BOUNDS, "/lifetimeSeconds", detail);
        }
        return Duration.ofSeconds(seconds);
    }

    Threshold threshold(int k, int n) {
        return network.thresholds().stream()
                .filter(allowed -> allowed.k() == k && allowed.n() == n)
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        ErrorCode.OUT_OF_BOUNDS, "/k", "The network allows no container with these k and n."));
    }

    static void requireFits(SecretBytes content) {
        if (content.size() > Frame.MAX_CONTENT) {
            throw Refusal.ofField(ErrorCode.PAYLOAD_TOO_LARGE, "/content", "Content has at most 256 KiB.");
        }
    }
}
