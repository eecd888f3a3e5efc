package dev.mayfly.crypto.vss;

import java.util.Map;

/** A dealing: its public commitments and its secret shares. Closing it wipes the shares. */
public final class Dealt implements AutoCloseable {

    private final Commitments commitments;
    private final Map<Integer, Share> shares;

    Dealt(Commitments commitments, Map<Integer, Share> shares) {
        this.commitments = commitments;
        this.shares = Map.copyOf(shares);
    }

    /** A_0 … A_{k−1}. */
    public Commitments commitments() {
        return commitments;
    }

    /**
     * The share of one index; closed with this dealing.
     *
     * @throws IllegalArgumentException when the index got none
     */
    public Share share(int index) {
        Share share = shares.get(index);
        if (share == null) {
            throw new IllegalArgumentException("no share was dealt to this index");
        }
        return share;
    }

    @Override
    public void close() {
        shares.values().forEach(Share::close);
    }
}
