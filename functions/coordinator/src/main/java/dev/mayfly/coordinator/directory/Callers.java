package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.identity.KeyDirectory;
import dev.mayfly.domain.identity.KeyIndex;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/** Turns a token's user into a registered one, and checks that a statement is that user's own. */
@Singleton
public class Callers {
    private final Network network;
    private final VrfPrivateKey vrfKey;
    private final KeyDirectory directory;

    Callers(Network network, VrfPrivateKey vrfKey, KeyDirectory directory) {
        this.network = network;
        this.vrfKey = vrfKey;
        this.directory = directory;
    }

    /** A user with registered keys. */
    public record Registered(UserId user, KeyIndex index, PublicKeys keys) {}

    /** The registered user, or the refusal that it registered no keys; {@code field} is to blame then. */
    public Registered registered(UserId user, String field) {
        KeyIndex index = KeyIndex.of(user, vrfKey);
        PublicKeys keys = directory
                .current(index.value())
                .orElseThrow(
                        () -> Refusal.ofField(ErrorCode.KEYS_UNKNOWN, field, "No keys are registered for this user."))
                .keys();
        return new Registered(user, index, keys);
    }

    /** A statement of this type, for this coordinator, signed by the caller's registered key. Its age is not looked at. */
    public <T extends StatementClaims> Statement<T> signed(Registered caller, StatementType<T> type, String compact) {
        try {
            Statement<T> statement = type.verify(compact, caller.keys().signing());
            statement.claims().issued().requireFor(network.name(), Issued.COORDINATOR);
            return statement;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/statement");
        }
    }
}
