package dev.mayfly.domain.audit;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.ContainerState;
import java.util.List;

/**
 * What a chain proves.
 *
 * @param entries how many entries were read
 * @param head digest of the last one
 * @param containers what happened to each container, in order of creation
 * @param findings what does not hold, up to 100 of them; empty when all does
 * @param unlisted how many findings came after those
 */
public record LedgerReport(long entries, Bytes head, List<Trail> containers, List<Finding> findings, long unlisted) {
    /** Whether everything holds. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /**
     * One container's way through the ledger.
     *
     * @param state the last state an entry records
     * @param endsAt when it ended, seconds since the epoch: the time of the entry that records its end, or its expiry
     * @param k shares that suffice to have the key
     * @param issued c, nodes that may have been given a share
     * @param erased e, nodes that signed that theirs is gone
     */
    public record Trail(Bytes containerId, ContainerState state, long endsAt, int k, int issued, int erased) {
        /** How many nodes have not signed yet, at a time, that their share is gone, although the container is over. */
        public int missing(long now) {
            return now >= endsAt ? issued - erased : 0;
        }

        /** Whether a container is over, at a time, and no entry says so. */
        public boolean isUnrecordedEnd(long now) {
            return now >= endsAt && !state.isEnd();
        }

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
