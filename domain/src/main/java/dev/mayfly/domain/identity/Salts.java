package dev.mayfly.domain.identity;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.security.SecureRandom;

/**
 * What opens one party's commitments. Drawn by the container's opener and known to the two parties only: on the ledger
 * they would turn commitments into names, so they are in no table.
 *
 * @param id opens the id commitment, 64 bytes
 * @param keys opens the key commitment, 64 bytes
 */
public record Salts(Bytes id, Bytes keys) {
    /** Length of each salt in bytes. */
    public static final int SIZE = 64;

    /** Two fresh salts. */
    public static Salts random(SecureRandom random) {
        return new Salts(Bytes.random(random, SIZE), Bytes.random(random, SIZE));
    }

    /** Salts that somebody sent. */
    public static Salts of(Bytes id, Bytes keys) throws RejectedException {
        return new Salts(id.requireSize(SIZE, "idSalt"), keys.requireSize(SIZE, "keySalt"));
    }

    @Override
    public String toString() {
        return "Salts[2x64]";
    }
}
