package dev.mayfly.domain.ledger;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import java.util.List;

/**
 * What a chain proves.
 *
 * @param entries how many entries were read
 * @param head digest of the last one
 * @param containers what happened to each container, in order of creation
 * @param findings what does not hold; empty when all does
 */
public record LedgerReport(long entries, Bytes head, List<Trail> containers, List<Finding> findings) {
    /** Whether everything holds. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /**
     * One container's way through the ledger.
     *
     * @param state the last state an entry records
     * @param k shares that suffice to have the key
     * @param issued c, nodes that may have been given a share
     * @param erased e, nodes that signed that theirs is gone
     */
    public record Trail(Bytes containerId, ContainerState state, int k, int issued, int erased) {
        /** No claim beyond what the signatures prove: they are the nodes' word, and up to k−1 of them may lie. */
        public String erasure() {
            String counted = "erased %d of %d issued".formatted(erased, issued);
            if (issued == 0 || erased == 0) {
                return counted;
            }
            if (erased == issued) {
                return counted + ": gone, even if %d of the signers lie".formatted(k - 1);
            }
            return issued - erased < k ? counted + ": gone if the signers are honest" : counted;
        }
    }
}
