package dev.mayfly.domain.directory;

import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;

/** A registered user's question for another user's keys. */
public record LookupStatement(Issued issued, UserId user) implements StatementClaims {
    /** {@code mayfly-lookup+jwt}. */
    public static final StatementType<LookupStatement> TYPE = new StatementType<>(
            "lookup",
            (out, lookup) -> lookup.issued
                    .write(out)
                    .text("issuer", lookup.user.issuer())
                    .text("subject", lookup.user.subject()),
            in -> new LookupStatement(Issued.read(in), UserId.of(in.text("issuer"), in.text("subject"))));
}
