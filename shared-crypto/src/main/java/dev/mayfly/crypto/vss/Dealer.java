package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.internal.Scalar;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Deals a secret: two random polynomials of degree k−1 that have s and r at 0, and their values at each index. */
public final class Dealer {

    private Dealer() {}

    /**
     * Shares {@code secret} so that any k shares give it back and k−1 say nothing about it.
     *
     * @param secret stays the caller's to close
     * @param k the threshold, 2 … the number of indices
     * @param indices distinct, each 1 or more: the ranks of the holders
     * @return commitments and shares; the caller closes it
     * @throws IllegalArgumentException when k or an index is out of range, or an index occurs twice
     */
    public static Dealt deal(Opening secret, int k, Collection<Integer> indices, SecureRandom random) {
        checkArguments(k, indices);
        List<Opening> coefficients = new ArrayList<>();
        try {
            coefficients.add(Opening.of(secret.sScalar(), secret.rScalar()));
            while (coefficients.size() < k) {
                coefficients.add(Opening.random(random));
            }
            return new Dealt(Commitments.to(coefficients), shares(coefficients, indices));
        } finally {
            coefficients.forEach(Opening::close);
        }
    }

    private static void checkArguments(int k, Collection<Integer> indices) {
        Set<Integer> distinct = new HashSet<>(indices);
        if (distinct.size() != indices.size() || distinct.stream().anyMatch(index -> index < 1)) {
            throw new IllegalArgumentException("indices are distinct and 1 or more");
        }
        if (k < Commitments.MIN_THRESHOLD || k > Commitments.MAX_THRESHOLD || k > distinct.size()) {
            throw new IllegalArgumentException("the threshold is 2 or more and at most the number of shares");
        }
    }

    private static Map<Integer, Share> shares(List<Opening> coefficients, Collection<Integer> indices) {
        List<Scalar> s = coefficients.stream().map(Opening::sScalar).toList();
        List<Scalar> r = coefficients.stream().map(Opening::rScalar).toList();
        Map<Integer, Share> shares = new TreeMap<>();
        for (int index : indices) {
            shares.put(index, Share.of(index, Opening.of(valueAt(index, s), valueAt(index, r))));
        }
        return shares;
    }

    private static Scalar valueAt(int index, List<Scalar> coefficients) {
        Scalar x = Scalar.of(index);
        Scalar value = Scalar.of(0);
        for (int j = coefficients.size() - 1; j >= 0; j--) {
            value = value.times(x).plus(coefficients.get(j));
        }
        return value;
    }
}
