package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.domain.container.DrawnContainer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The agreement that makes a container exist: one dealing, and holdings of it by at least m of its contributors.
 *
 * @param holdings verified holding statements by rank
 */
public record QuorumCertificate(Dealing dealing, SortedMap<Integer, Statement<Holding>> holdings) {
    /**
     * Verifies a certificate: every holding by a contributor of its own, in the order of ranks, m or more.
     *
     * @throws RejectedException naming what does not hold
     */
    public static QuorumCertificate verify(DrawnContainer container, Dealing dealing, List<String> holdings)
            throws RejectedException {
        SortedMap<Integer, Statement<Holding>> byRank = new TreeMap<>();
        for (String compact : holdings) {
            Statement<Holding> holding = Holding.verify(compact, container, dealing);
            int rank = holding.claims().rank();
            if (!byRank.isEmpty() && rank <= byRank.lastKey()) {
                throw new RejectedException("holdings", "the holdings are not in the order of their ranks");
            }
            byRank.put(rank, holding);
        }
        int quorum = container.fields().threshold().quorum();
        if (byRank.size() < quorum) {
            throw new RejectedException(
                    "holdings", "%d nodes hold the dealing where %d are needed".formatted(byRank.size(), quorum));
        }
        return new QuorumCertificate(dealing, byRank);
    }
}
