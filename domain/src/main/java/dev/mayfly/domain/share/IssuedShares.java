package dev.mayfly.domain.share;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.dealing.QuorumCertificate;
import java.util.HashMap;
import java.util.Map;

/**
 * Who was issued a share of a container: all that an erasure is judged by, and all that has to be kept of a container until its
 * nodes have answered.
 *
 * @param network name of the network
 * @param nodes signing keys of the nodes that contributed to the dealing, by rank
 * @param holdings digests of the {@code holding} statements in the certificate, by rank
 */
public record IssuedShares(
        String network, Bytes containerId, Map<Integer, SigningPublicKey> nodes, Map<Integer, Bytes> holdings) {
    /** Copies the maps. */
    public IssuedShares {
        nodes = Map.copyOf(nodes);
        holdings = Map.copyOf(holdings);
    }

    /** The shares that were issued under a container's certificate. */
    public static IssuedShares of(DrawnContainer container, QuorumCertificate certificate) {
        Map<Integer, SigningPublicKey> nodes = new HashMap<>();
        for (int rank : certificate.dealing().contributions().keySet()) {
            nodes.put(rank, container.committee().at(rank).orElseThrow().signingKey());
        }
        Map<Integer, Bytes> holdings = new HashMap<>();
        certificate.holdings().forEach((rank, holding) -> holdings.put(rank, holding.digest()));
        return new IssuedShares(container.fields().network(), container.id(), nodes, holdings);
    }
}
