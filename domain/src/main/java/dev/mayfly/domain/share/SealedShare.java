package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Share;
import dev.mayfly.domain.container.Sealing;
import java.security.SecureRandom;

/** A share on its way: HPKE-sealed for {@link Sealing#SHARE} to a node, for {@link Sealing#RELEASE} to a party. */
public final class SealedShare {
    private SealedShare() {}

    /** Seals a share of a container that the node keeps or gives away. */
    public static Bytes seal(
            Share share, Sealing purpose, Bytes containerId, String nodeId, HpkePublicKey to, SecureRandom random) {
        try (SecretBytes encoded = share.encode()) {
            return Hpke.seal(to, purpose.info(containerId, nodeId, share.index()), encoded, random);
        }
    }

    /**
     * Opens a share. The caller checks it against the dealing's commitments.
     *
     * @throws RejectedException when it was sealed to another key, for another purpose, container, node or rank
     */
    public static Share open(
            Bytes sealed, Sealing purpose, Bytes containerId, String nodeId, int rank, HpkePrivateKey key)
            throws RejectedException {
        try (SecretBytes encoded = Hpke.open(key, purpose.info(containerId, nodeId, rank), sealed)) {
            Share share = Share.decode(encoded);
            if (share.index() != rank) {
                share.close();
                throw new RejectedException("share", "the share is another node's");
            }
            return share;
        }
    }
}
