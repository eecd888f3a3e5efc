package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Commitment;
import dev.mayfly.crypto.vss.Commitments;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.statement.Issued;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A dealing that was verified against its container: what is shared is the sum of what enough of the drawn nodes
 * contributed, and any k shares that fit the commitments give it back.
 *
 * @param statement the opener's statement
 * @param contributions verified contributions by rank
 * @param commitments Pedersen commitments to the two polynomials, exactly k
 */
public record Dealing(
        Statement<DealingStatement> statement,
        SortedMap<Integer, Contribution> contributions,
        Commitments commitments) {

    /**
     * Verifies a dealing: signed by the container's access key; m to n contributions of distinct drawn ranks, in their
     * order; exactly k commitments; {@code A_0 = Σ C_i}.
     *
     * @throws RejectedException naming what does not hold
     */
    public static Dealing verify(String compact, DrawnContainer container) throws RejectedException {
        Statement<DealingStatement> statement =
                DealingStatement.TYPE.verify(compact, container.fields().accessKey());
        DealingStatement claims = statement.claims();
        claims.issued().requireFor(container.fields().network(), Issued.PUBLIC);
        if (!claims.containerId().equals(container.id())) {
            throw new RejectedException("dealing", "the dealing belongs to another container");
        }
        SortedMap<Integer, Contribution> contributions = contributions(claims.contributions(), container);
        Commitments commitments =
                commitments(claims.commitments(), container.fields().threshold());
        requireSum(contributions, commitments);
        return new Dealing(statement, contributions, commitments);
    }

    /** Digest of the dealing's statement: names the dealing in holdings, requests and entries. */
    public Bytes digest() {
        return statement.digest();
    }

    private static SortedMap<Integer, Contribution> contributions(List<String> compacts, DrawnContainer container)
            throws RejectedException {
        Threshold threshold = container.fields().threshold();
        if (compacts.size() < threshold.quorum() || compacts.size() > threshold.n()) {
            throw new RejectedException(
                    "contributions",
                    "%d contributions where %d to %d are needed"
                            .formatted(compacts.size(), threshold.quorum(), threshold.n()));
        }
        SortedMap<Integer, Contribution> byRank = new TreeMap<>();
        for (String compact : compacts) {
            Contribution contribution = Contribution.verify(compact, container).claims();
            if (!byRank.isEmpty() && contribution.rank() <= byRank.lastKey()) {
                throw new RejectedException("contributions", "the contributions are not in the order of their ranks");
            }
            byRank.put(contribution.rank(), contribution);
        }
        return byRank;
    }

    private static Commitments commitments(List<Bytes> points, Threshold threshold) throws RejectedException {
        if (points.size() != threshold.k()) {
            throw new RejectedException(
                    "commitments", "%d commitments where k is %d".formatted(points.size(), threshold.k()));
        }
        return Commitments.parse(points);
    }

    private static void requireSum(SortedMap<Integer, Contribution> contributions, Commitments commitments)
            throws RejectedException {
        List<Commitment> parts = new ArrayList<>();
        contributions.values().forEach(contribution -> parts.add(contribution.commitment()));
        if (!Commitment.sum(parts).equals(commitments.secret())) {
            throw new RejectedException("commitments", "the shared secret is not the sum of the contributions");
        }
    }
}
