package dev.mayfly.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Input from outside that is malformed, not canonical or not authentic.
 *
 * <p>One class for all of it, so that no caller can be led to tell an attacker which check failed by the type of the
 * failure. The message names the rule that was broken and never repeats the input; there is no cause, since causes of
 * cryptographic libraries may quote what they were given.
 */
public final class RejectedException extends GeneralSecurityException {

    private final String field;

    /** Rejects the input as a whole. */
    public RejectedException(String message) {
        super(message);
        this.field = null;
    }

    /** Rejects the input for what it says in {@code field}, a name of the format and not a value. */
    public RejectedException(String field, String message) {
        super(field + ": " + message);
        this.field = field;
    }

    /** The field that was refused, where the format has fields. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
