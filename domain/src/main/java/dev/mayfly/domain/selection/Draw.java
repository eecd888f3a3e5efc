package dev.mayfly.domain.selection;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.crypto.vrf.VrfPublicKey;

/** The VRF on a container id (RFC 9381, ECVRF-P256-SHA256-TAI): alpha is {@code encode("mayfly/v1/select", ContainerID)}. */
public final class Draw {
    private Draw() {}

    /** The proof of a container's draw. Deterministic: the same container, the same proof, at any time. */
    public static VrfProof prove(Bytes containerId, VrfPrivateKey key) {
        return key.prove(alpha(containerId));
    }

    /**
     * Verifies a draw.
     *
     * @return beta, 32 bytes, which orders the nodes
     * @throws RejectedException when the proof is not the key owner's for this container
     */
    public static Bytes verify(Bytes containerId, VrfProof proof, VrfPublicKey key) throws RejectedException {
        return key.verify(alpha(containerId), proof);
    }

    private static Bytes alpha(Bytes containerId) {
        return Encoder.of("mayfly/v1/select").bytes(containerId).toBytes();
    }
}
