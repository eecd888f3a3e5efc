package dev.mayfly.coordinator.directory;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyHistory;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.Registration;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Turns a token's user into a registered one, and checks that a statement is that user's own. */
@Singleton
public class Callers {
    private final Network network;
    private final VrfPrivateKey vrfKey;
    private final KeysInForce inForce;

    Callers(Network network, VrfPrivateKey vrfKey, KeysInForce inForce) {
        this.network = network;
        this.vrfKey = vrfKey;
        this.inForce = inForce;
    }

    /** A user with registered keys. */
    public record Registered(UserId user, KeyIndex index, KeyHistory history) {
        /** The keys in force. */
        public PublicKeys keys() {
            return history.newest().orElseThrow().keys();
        }

        /** The keys, in force or replaced, that a signing key is part of. */
        public Stream<PublicKeys> keysWith(SigningPublicKey signing) {
            return history.versions().stream()
                    .map(Registration::keys)
                    .filter(keys -> keys.signing().equals(signing));
        }
    }

    /** The registered user, or the refusal that it registered no keys; {@code field} is to blame then. */
    public Registered registered(UserId user, String field) {
        KeyIndex index = KeyIndex.of(user, vrfKey);
        KeyHistory history = inForce.of(index.value());
        if (history.versions().isEmpty()) {
            throw Refusal.ofField(ErrorCode.KEYS_UNKNOWN, field, "No keys are registered for this user.");
        }
        return new Registered(user, index, history);
    }

    /** A statement of this type, for this coordinator, signed by the caller's key in force. Its age is not looked at. */
    public <T extends StatementClaims> Statement<T> signed(Registered caller, StatementType<T> type, String compact) {
        Statement<T> statement = signedEver(caller, type, compact);
        if (!statement.signer().equals(caller.keys().signing())) {
            throw Refusal.ofField(
                    ErrorCode.KEYS_CONFLICT, "/statement", "The statement is signed by a key that was replaced.");
        }
        return statement;
    }

    /** The same, signed by any key that the caller has or had registered: for the containers of that time. */
    public <T extends StatementClaims> Statement<T> signedEver(
            Registered caller, StatementType<T> type, String compact) {
        Statement<T> statement = signedByAnybody(type, compact);
        if (caller.keysWith(statement.signer()).findAny().isEmpty()) {
            throw Refusal.of(new RejectedException("the statement is signed by somebody else"), "/statement");
        }
        return statement;
    }

    /** The same, by whatever key the statement names itself. */
    <T extends StatementClaims> Statement<T> signedByAnybody(StatementType<T> type, String compact) {
        try {
            Statement<T> statement = type.verifyEmbedded(compact);
            statement.claims().issued().requireFor(network.name(), Issued.COORDINATOR);
            return statement;
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/statement");
        }
    }
}
