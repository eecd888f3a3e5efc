package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.internal.Point;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.List;

/**
 * What opens a commitment: the value s and the blinding r, both secret, both integers modulo the order of P-256.
 * Closing it wipes them.
 */
public final class Opening implements AutoCloseable {

    private final SecretBytes s;
    private final SecretBytes r;

    private Opening(Scalar s, Scalar r) {
        this.s = s.toSecret();
        this.r = r.toSecret();
    }

    static Opening of(Scalar s, Scalar r) {
        return new Opening(s, r);
    }

    /** A value and a blinding drawn uniformly from 1 … q−1. */
    public static Opening random(SecureRandom random) {
        return new Opening(Scalar.random(random), Scalar.random(random));
    }

    /**
     * Reads s and r, 32 bytes big-endian each, 1 … q−1. Zero is refused although it is a number like any other: an
     * honest one never occurs, and nothing later needs a special case. The arguments stay the caller's to close.
     *
     * @throws RejectedException on another length or out of range
     */
    public static Opening parse(SecretBytes s, SecretBytes r) throws RejectedException {
        return new Opening(Scalar.parse(s), Scalar.parse(r));
    }

    /**
     * The opening of {@link Commitment#sum} of what these open. Sum the commitments first: it refuses what malicious
     * contributors could make cancel out.
     */
    public static Opening sum(List<Opening> openings) {
        Scalar s = Scalar.of(0);
        Scalar r = Scalar.of(0);
        for (Opening opening : openings) {
            s = s.plus(opening.sScalar());
            r = r.plus(opening.rScalar());
        }
        return new Opening(s, r);
    }

    /**
     * {@code s·G + r·H}.
     *
     * @throws IllegalStateException when that is infinity, which only a {@link #sum} that nobody checked can give
     */
    public Commitment commit() {
        return Commitment.own(point().affine());
    }

    /** Whether this opens {@code commitment}. */
    public boolean opens(Commitment commitment) {
        return point().equals(commitment.point());
    }

    /** A copy of s, 32 bytes big-endian, which the caller closes. */
    public SecretBytes s() {
        return SecretBytes.adopt(s.toByteArray());
    }

    /** A copy of r, 32 bytes big-endian, which the caller closes. */
    public SecretBytes r() {
        return SecretBytes.adopt(r.toByteArray());
    }

    Point point() {
        return Generators.commit(sScalar(), rScalar());
    }

    Scalar sScalar() {
        return Scalar.trusted(s);
    }

    Scalar rScalar() {
        return Scalar.trusted(r);
    }

    @Override
    public void close() {
        s.close();
        r.close();
    }
}
