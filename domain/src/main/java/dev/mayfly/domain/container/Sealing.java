package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import java.util.Locale;

/**
 * The purposes something is HPKE-sealed for, as the {@code info} of its context (RFC 9180, section 5.1). Without the binding
 * to purpose, container, node and rank, a node could be fed one container's recorded share as another's.
 */
public enum Sealing {
    /** The opener's secrets of a container, to a party. */
    INVITATION,
    /** A node's contribution, to the opener. */
    CONTRIBUTION,
    /** A share, to the node that keeps it. */
    SHARE,
    /** A share, to a party that asked for it. */
    RELEASE;

    /** {@code encode("mayfly/v1/hpke", purpose, ContainerID, "", 0)}: for what concerns no node. */
    public Bytes info(Bytes containerId) {
        return info(containerId, "", 0);
    }

    /** {@code encode("mayfly/v1/hpke", purpose, ContainerID, nodeId, rank)}. */
    public Bytes info(Bytes containerId, String nodeId, int rank) {
        return Encoder.of("mayfly/v1/hpke")
                .text(name().toLowerCase(Locale.ROOT))
                .bytes(containerId)
                .text(nodeId)
                .integer(rank)
                .toBytes();
    }
}
