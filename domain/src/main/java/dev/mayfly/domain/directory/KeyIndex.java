package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import dev.mayfly.domain.identity.UserId;

/**
 * Where a user's registrations stand on the ledger: the VRF output of the coordinator's key on the user's id. Whoever reads
 * the ledger sees that somebody's keys changed; only who asks for a user learns, with a proof, which index is that user's.
 *
 * @param value 32 bytes
 * @param proof VRF proof of it, 81 bytes
 */
public record KeyIndex(Bytes value, VrfProof proof) {
    /** The index of a user, by the holder of the VRF key. */
    public static KeyIndex of(UserId user, VrfPrivateKey key) {
        VrfProof proof = key.prove(alpha(user));
        return new KeyIndex(proof.beta(), proof);
    }

    /** The index of a user, from a proof that somebody sent. */
    public static KeyIndex verify(UserId user, Bytes proof, VrfPublicKey key) throws RejectedException {
        VrfProof pi = VrfProof.parse(proof);
        return new KeyIndex(key.verify(alpha(user), pi), pi);
    }

    private static Bytes alpha(UserId user) {
        return Encoder.of("mayfly/v1/key-index").bytes(user.encoded()).toBytes();
    }
}
