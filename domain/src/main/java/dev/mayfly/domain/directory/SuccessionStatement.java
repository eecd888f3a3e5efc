package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;

/**
 * The holder of a user's keys agrees to the version that follows them: signed by the signing key of the version before. It is
 * shown to whoever asks for the user's keys, and stands nowhere on the ledger, because its header is a key.
 *
 * @param registration digest of the new version's {@code KEYS_REGISTERED} entry, which binds user, version, the version
 *     before and both keys
 */
public record SuccessionStatement(Issued issued, Bytes registration) implements StatementClaims {
    /** {@code mayfly-succession+jwt}. */
    public static final StatementType<SuccessionStatement> TYPE = new StatementType<>(
            "succession",
            (out, succession) -> succession.issued.write(out).bytes("registration", succession.registration),
            in -> new SuccessionStatement(Issued.read(in), in.bytes("registration", 32)));

    /**
     * Checks that the holder of the key before agreed to a version.
     *
     * @throws RejectedException when anybody else signed, or it is about another version
     */
    public static void verify(String compact, String network, SigningPublicKey before, KeyEntry.KeysRegistered version)
            throws RejectedException {
        SuccessionStatement succession = TYPE.verify(compact, before).claims();
        succession.issued.requireFor(network, Issued.PUBLIC);
        if (!succession.registration.equals(version.digest())) {
            throw new RejectedException("succession", "the keys before agreed to other ones");
        }
    }
}
