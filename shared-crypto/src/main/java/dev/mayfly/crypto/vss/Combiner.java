package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives a dealt secret back, by Lagrange interpolation at 0. */
public final class Combiner {

    private Combiner() {}

    /**
     * The secret E = s(0) from the k shares of the lowest indices; more than k may be given, the rest is not looked at.
     * The result is checked, together with r(0), against A_0, so it is the secret that was committed to or none.
     *
     * @param shares with distinct indices; they stay the caller's to close
     * @return E, 32 bytes big-endian, which the caller closes
     * @throws RejectedException when there are fewer than k shares, an index occurs twice, or a share does not match
     *     its commitment; the message names the indices of those
     */
    public static SecretBytes combine(Collection<Share> shares, Commitments commitments) throws RejectedException {
        List<Share> chosen = choose(shares, commitments.threshold());
        Scalar s = Scalar.of(0);
        Scalar r = Scalar.of(0);
        for (Share share : chosen) {
            Scalar weight = lagrange(share, chosen);
            s = s.plus(weight.times(share.value().sScalar()));
            r = r.plus(weight.times(share.value().rScalar()));
        }
        try (Opening secret = Opening.of(s, r)) {
            if (!secret.opens(commitments.secret())) {
                throw new RejectedException("shares", "do not match the commitments: " + forged(chosen, commitments));
            }
            return secret.s();
        }
    }

    private static List<Share> choose(Collection<Share> shares, int k) throws RejectedException {
        SortedMap<Integer, Share> byIndex = new TreeMap<>();
        for (Share share : shares) {
            if (byIndex.put(share.index(), share) != null) {
                throw new RejectedException("shares", "two have index " + share.index());
            }
        }
        if (byIndex.size() < k) {
            throw new RejectedException("shares", "there are " + byIndex.size() + ", " + k + " are needed");
        }
        return byIndex.values().stream().limit(k).toList();
    }

    /** {@code Π x_j / (x_j − x_i)} over all other shares j. Indices are public, and so is the weight. */
    private static Scalar lagrange(Share share, List<Share> chosen) {
        Scalar numerator = Scalar.of(1);
        Scalar denominator = Scalar.of(1);
        for (Share other : chosen) {
            if (other.index() != share.index()) {
                Scalar x = Scalar.of(other.index());
                numerator = numerator.times(x);
                denominator = denominator.times(x.minus(Scalar.of(share.index())));
            }
        }
        return numerator.times(denominator.inverted());
    }

    private static List<Integer> forged(List<Share> chosen, Commitments commitments) {
        return chosen.stream()
                .filter(share -> !share.verifies(commitments))
                .map(Share::index)
                .toList();
    }
}
