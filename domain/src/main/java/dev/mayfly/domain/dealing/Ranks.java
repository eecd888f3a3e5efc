package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.ClaimsReader;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.registry.NodeRecord;

/** Ranks as they stand in statements: 1 for the first node of the draw. */
public final class Ranks {
    private Ranks() {}

    /** Reads the claim {@code rank}. */
    public static int read(ClaimsReader in) throws RejectedException {
        long rank = in.integer("rank");
        if (rank < 1 || rank > 2L * Threshold.MAX_NODES) {
            throw new RejectedException("rank", "a rank is a small number from 1");
        }
        return (int) rank;
    }

    /** The node at a rank of a container's draw. */
    public static NodeRecord nodeAt(int rank, DrawnContainer container) throws RejectedException {
        return container
                .committee()
                .at(rank)
                .orElseThrow(() -> new RejectedException("rank", "no node was drawn at rank " + rank));
    }
}
