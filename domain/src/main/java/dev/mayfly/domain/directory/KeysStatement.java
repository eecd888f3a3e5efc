package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;

/**
 * A user's two keys, signed by the signing key among them. They take the place of earlier ones when the holder of those
 * agrees ({@link SuccessionStatement}), or a day after they were asked for as a reset.
 *
 * @param version 1 for the first registration, then one more each time
 * @param predecessor digest of the entry of the version before; 32 zero bytes for version 1
 * @param salt 64 bytes, hides the keys in the entry
 */
public record KeysStatement(Issued issued, UserId user, long version, Bytes predecessor, PublicKeys keys, Bytes salt)
        implements StatementClaims {
    /** {@code mayfly-keys+jwt}. */
    public static final StatementType<KeysStatement> TYPE = new StatementType<>(
            "keys",
            (out, keys) -> keys.issued
                    .write(out)
                    .text("issuer", keys.user.issuer())
                    .text("subject", keys.user.subject())
                    .integer("version", keys.version)
                    .bytes("predecessor", keys.predecessor)
                    .bytes("signing", keys.keys.signing().bytes())
                    .bytes("encryption", keys.keys.encryption().bytes())
                    .bytes("salt", keys.salt),
            in -> new KeysStatement(
                    Issued.read(in),
                    UserId.of(in.text("issuer"), in.text("subject")),
                    in.integer("version"),
                    in.bytes("predecessor", 32),
                    PublicKeys.parse(in.bytes("signing", 33), in.bytes("encryption", 33)),
                    in.bytes("salt", Salts.SIZE)));

    /** The entry of these keys, once they are registered under the user's index. */
    public KeyEntry.KeysRegistered registered(Bytes index) {
        return new KeyEntry.KeysRegistered(index, version, predecessor, keys.commitment(salt));
    }

    /** The entry that asks for these keys as a reset, at {@code now}, seconds since the epoch. */
    public KeyEntry.KeysResetRequested resetRequested(Bytes index, long now) {
        return new KeyEntry.KeysResetRequested(
                index, version, predecessor, keys.commitment(salt), now + KeyEntry.KeysResetRequested.DELAY_SECONDS);
    }
}
