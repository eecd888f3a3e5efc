package dev.mayfly.client.entropy;

import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.Contribution;

/**
 * A node's contribution that opens as it says. Close it to wipe the opening.
 *
 * @param compact the node's statement
 * @param contribution its claims
 * @param opening the two scalars behind its commitment
 */
public record Contributed(String compact, Contribution contribution, Opening opening) implements AutoCloseable {
    @Override
    public void close() {
        opening.close();
    }

    @Override
    public String toString() {
        return "Contributed[rank " + contribution.rank() + "]";
    }
}
