package dev.mayfly.domain.directory;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;

/**
 * The no of whoever holds the keys in force to a reset that waits.
 *
 * @param reset digest of the {@code KEYS_RESET_REQUESTED} entry
 */
public record CancelResetStatement(Issued issued, Bytes reset) implements StatementClaims {
    /** {@code mayfly-cancel-reset+jwt}. */
    public static final StatementType<CancelResetStatement> TYPE = new StatementType<>(
            "cancel-reset",
            (out, cancel) -> cancel.issued.write(out).bytes("reset", cancel.reset),
            in -> new CancelResetStatement(Issued.read(in), in.bytes("reset", 32)));
}
