package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.RejectedException;

/** Reads the claims of one kind of statement, in the order in which its writer writes them. */
@FunctionalInterface
public interface ClaimsParser<T> {

    /**
     * Reads all claims.
     *
     * @throws RejectedException when a claim is missing, out of order or of another type
     */
    T read(ClaimsReader claims) throws RejectedException;
}
