package dev.mayfly.crypto.vss;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;

/**
 * One share of a dealing: the polynomials' values (s, r) at an index x. Secret; closing it wipes it.
 *
 * <p>Between parties it travels as {@code encode("mayfly/v1/share", x, s, r)}, sealed.
 */
public final class Share implements AutoCloseable {

    private static final String LABEL = "mayfly/v1/share";

    private final int index;
    private final Opening value;

    private Share(int index, Opening value) {
        this.index = index;
        this.value = value;
    }

    /**
     * The share of {@code index}. It takes {@code value} over and closes it with itself.
     *
     * @throws IllegalArgumentException when the index is below 1: at 0 lies the secret
     */
    public static Share of(int index, Opening value) {
        if (index < 1) {
            throw new IllegalArgumentException("a share's index is 1 or more");
        }
        return new Share(index, value);
    }

    /**
     * Reads a share. The argument stays the caller's to close.
     *
     * @throws RejectedException when it is not a share's encoding, or a number is out of range
     */
    public static Share decode(SecretBytes encoded) throws RejectedException {
        Decoder fields = Decoder.ofSecret(LABEL, encoded);
        long index = fields.integer();
        if (index < 1 || index > Integer.MAX_VALUE) {
            throw new RejectedException("index", "is out of range");
        }
        try (SecretBytes s = fields.secret(Scalar.SIZE);
                SecretBytes r = fields.secret(Scalar.SIZE)) {
            fields.end();
            return new Share((int) index, Opening.parse(s, r));
        }
    }

    /** {@code encode("mayfly/v1/share", x, s, r)}, which the caller closes. */
    public SecretBytes encode() {
        try (SecretBytes s = value.s();
                SecretBytes r = value.r()) {
            return Encoder.of(LABEL).integer(index).secret(s).secret(r).toSecret();
        }
    }

    /** x, the rank of its holder. */
    public int index() {
        return index;
    }

    /** The values at x; closed with this share. */
    public Opening value() {
        return value;
    }

    /** Whether this is the share of its index in the dealing with these commitments. */
    public boolean verifies(Commitments commitments) {
        try {
            return value.opens(commitments.at(index));
        } catch (RejectedException commitmentsToNothing) {
            return false;
        }
    }

    @Override
    public void close() {
        value.close();
    }
}
