package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.jose.SigningPublicKey;

/**
 * A user's two public keys: one signs statements, the other opens what is sealed to the user and makes the pair secret.
 */
public record PublicKeys(SigningPublicKey signing, HpkePublicKey encryption) {
    /** Keys from two points of 33 bytes each. */
    public static PublicKeys parse(Bytes signing, Bytes encryption) throws RejectedException {
        return new PublicKeys(SigningPublicKey.parse(signing), HpkePublicKey.parse(encryption));
    }

    /** What the ledger shows of a registration: {@code SHA-256(encode("mayfly/v1/keys", salt, signing, encryption))}. */
    public Bytes commitment(Bytes salt) {
        return Encoder.of("mayfly/v1/keys")
                .bytes(salt)
                .bytes(signing.bytes())
                .bytes(encryption.bytes())
                .sha256();
    }
}
