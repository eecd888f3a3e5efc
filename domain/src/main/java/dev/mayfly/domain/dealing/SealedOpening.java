package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.hpke.HpkePublicKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.container.Sealing;
import java.security.SecureRandom;

/** What a node contributed, on its way to the opener: {@code encode("mayfly/v1/contribution", s, r)}, HPKE-sealed. */
public final class SealedOpening {
    private static final String LABEL = "mayfly/v1/contribution";

    private SealedOpening() {}

    /** Seals the opening of a node's contribution to the one-time key of the request for it. */
    public static Bytes seal(
            Opening opening,
            Bytes containerId,
            String nodeId,
            int rank,
            HpkePublicKey oneTimeKey,
            SecureRandom random) {
        try (SecretBytes s = opening.s();
                SecretBytes r = opening.r();
                SecretBytes encoded = Encoder.of(LABEL).secret(s).secret(r).toSecret()) {
            return Hpke.seal(oneTimeKey, Sealing.CONTRIBUTION.info(containerId, nodeId, rank), encoded, random);
        }
    }

    /**
     * Opens it. The caller checks it against the contribution's commitment.
     *
     * @throws RejectedException when it was sealed to another key, for another container, node or rank
     */
    public static Opening open(Bytes sealed, Bytes containerId, String nodeId, int rank, HpkePrivateKey oneTimeKey)
            throws RejectedException {
        try (SecretBytes encoded =
                Hpke.open(oneTimeKey, Sealing.CONTRIBUTION.info(containerId, nodeId, rank), sealed)) {
            Decoder in = Decoder.ofSecret(LABEL, encoded);
            try (SecretBytes s = in.secret(32);
                    SecretBytes r = in.secret(32)) {
                in.end();
                return Opening.parse(s, r);
            }
        }
    }
}
