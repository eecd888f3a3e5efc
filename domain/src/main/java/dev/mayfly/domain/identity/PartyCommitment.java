package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;

/**
 * One party as the ledger sees it: two hiding commitments, each 32 bytes.
 *
 * @param id {@code SHA-256(encode("mayfly/v1/id", role, salt, userId))}
 * @param keys {@code SHA-256(encode("mayfly/v1/key", role, salt', thumbprint(signing), thumbprint(encryption)))}, RFC 7638
 */
public record PartyCommitment(Bytes id, Bytes keys) {
    /** The commitment of a user with these keys in this role. */
    public static PartyCommitment of(Role role, UserId user, PublicKeys keys, Salts salts) {
        return new PartyCommitment(idCommitment(role, user, salts), keyCommitment(role, keys, salts));
    }

    /** Whether these salts open this commitment to this user and these keys. */
    public boolean opensTo(Role role, UserId user, PublicKeys keys, Salts salts) {
        // Both are compared whatever the first says: the answer tells yes or no, never which part failed.
        boolean sameId = id.equals(idCommitment(role, user, salts));
        boolean sameKeys = this.keys.equals(keyCommitment(role, keys, salts));
        return sameId & sameKeys;
    }

    private static Bytes idCommitment(Role role, UserId user, Salts salts) {
        return Encoder.of("mayfly/v1/id")
                .text(role.label())
                .bytes(salts.id())
                .bytes(user.encoded())
                .sha256();
    }

    private static Bytes keyCommitment(Role role, PublicKeys keys, Salts salts) {
        return Encoder.of("mayfly/v1/key")
                .text(role.label())
                .bytes(salts.keys())
                .bytes(keys.signing().thumbprint())
                .bytes(keys.encryption().thumbprint())
                .sha256();
    }
}
