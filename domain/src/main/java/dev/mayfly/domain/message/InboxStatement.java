package dev.mayfly.domain.message;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;

/** A user's question for the containers waiting for it; {@code after} is where the last page ended, empty for the first. */
public record InboxStatement(Issued issued, Bytes after) implements StatementClaims {
    /** {@code mayfly-inbox+jwt}. */
    public static final StatementType<InboxStatement> TYPE = new StatementType<>(
            "inbox",
            (out, inbox) -> inbox.issued.write(out).bytes("after", inbox.after),
            in -> new InboxStatement(Issued.read(in), in.bytes("after")));
}
