package dev.mayfly.client.entropy;

import dev.mayfly.crypto.RejectedException;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A check of a node's answer, as a step of a future. */
interface Checked<A, T> {
    T apply(A answer) throws RejectedException;

    static <A, T> Function<A, T> checked(Checked<A, T> check) {
        return answer -> {
            try {
                return check.apply(answer);
            } catch (RejectedException rejected) {
                throw new CompletionException(rejected);
            }
        };
    }
}
