package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;

/** A party's question about one container: fetch what is in it, or tell its state. */
public record PartyStatement(Issued issued, Bytes containerId) implements ContainerClaims {
    /** {@code mayfly-fetch+jwt}. */
    public static final StatementType<PartyStatement> FETCH = type("fetch");

    /** {@code mayfly-status+jwt}. */
    public static final StatementType<PartyStatement> STATUS = type("status");

    private static StatementType<PartyStatement> type(String kind) {
        return new StatementType<>(
                kind,
                (out, question) -> question.issued.write(out).bytes("containerId", question.containerId),
                in -> new PartyStatement(Issued.read(in), in.bytes("containerId", 32)));
    }
}
