package dev.mayfly.client.party;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.UserId;
import java.security.SecureRandom;

/**
 * A user's own two keys. Losing the encryption key loses the user's live containers; close it to wipe both.
 *
 * @param user whose they are
 * @param signing signs statements
 * @param encryption opens what is sealed to the user, and makes the pair secret with each peer
 */
public record UserKeys(UserId user, SigningPrivateKey signing, HpkePrivateKey encryption) implements AutoCloseable {
    /** Two fresh keys. */
    public static UserKeys generate(UserId user, SecureRandom random) {
        return new UserKeys(user, SigningPrivateKey.generate(random), HpkePrivateKey.generate(random));
    }

    /** The public halves, which are registered. */
    public PublicKeys publicKeys() {
        return new PublicKeys(signing.publicKey(), encryption.publicKey());
    }

    @Override
    public void close() {
        signing.close();
        encryption.close();
    }

    @Override
    public String toString() {
        return "UserKeys[" + user + "]";
    }
}
