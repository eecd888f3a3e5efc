package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.identity.Fingerprint;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;

/** Section 3: user ids, commitments, and the index of a user's keys. */
final class IdentityJudges {
    private IdentityJudges() {}

    static Verdict user(Vector vector) {
        return vector.expect(() -> {
            Vector.same("userId", vector.hex("userId"), userId(vector).encoded());
            Vector.same("read again", userId(vector), UserId.decode(vector.hex("userId")));
        });
    }

    static UserId userId(Vector vector) throws RejectedException {
        return UserId.of(vector.text("issuer"), vector.text("subject"));
    }

    static Verdict party(Vector vector) {
        return vector.expect(() -> {
            PublicKeys keys = publicKeys(vector);
            Salts salts = Salts.of(vector.hex("idSalt"), vector.hex("keySalt"));
            PartyCommitment commitment = PartyCommitment.of(Role.of(vector.text("role")), userId(vector), keys, salts);
            Vector.same(
                    "signingThumbprint",
                    vector.hex("signingThumbprint"),
                    keys.signing().thumbprint());
            Vector.same(
                    "encryptionThumbprint",
                    vector.hex("encryptionThumbprint"),
                    keys.encryption().thumbprint());
            Vector.same("idCommitment", vector.hex("idCommitment"), commitment.id());
            Vector.same("keyCommitment", vector.hex("keyCommitment"), commitment.keys());
        });
    }

    static Verdict keys(Vector vector) {
        return vector.expect(() -> Vector.same(
                "commitment", vector.hex("commitment"), publicKeys(vector).commitment(vector.hex("salt"))));
    }

    static Verdict fingerprint(Vector vector) {
        return vector.expect(() -> Vector.same(
                "fingerprint",
                Fingerprint.parse(vector.text("fingerprint")),
                Fingerprint.of(userId(vector), publicKeys(vector))));
    }

    private static PublicKeys publicKeys(Vector vector) throws RejectedException {
        return PublicKeys.parse(vector.hex("signing"), vector.hex("encryption"));
    }

    static Verdict keyIndex(Vector vector) {
        return vector.expect(() -> {
            try (VrfPrivateKey key = VrfPrivateKey.parse(vector.secret("vrfSecret"))) {
                KeyIndex index = KeyIndex.of(userId(vector), key);
                Vector.same("pi", vector.hex("pi"), index.proof().bytes());
                Vector.same("index", vector.hex("index"), index.value());
                Vector.same("verified", index, KeyIndex.verify(userId(vector), vector.hex("pi"), key.publicKey()));
            }
        });
    }
}
