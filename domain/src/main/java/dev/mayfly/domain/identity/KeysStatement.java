package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;

/**
 * A user's registration of both its keys, signed by the signing key it registers.
 *
 * @param version 1 for the first registration, then one more each time
 * @param predecessor SHA-256 of the body of the user's last {@code KEYS_REGISTERED} entry; 32 zero bytes for version 1
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

    /** The first registration of a user. */
    public static final Bytes NO_PREDECESSOR = Bytes.of(new byte[32]);
}
