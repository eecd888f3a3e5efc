package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;

/** A party's decision that its container is over, signed by its registered key. */
public record RevokeStatement(Issued issued, Bytes containerId) implements ContainerClaims {
    /** {@code mayfly-revoke+jwt}. */
    public static final StatementType<RevokeStatement> TYPE = new StatementType<>(
            "revoke",
            (out, revoke) -> revoke.issued.write(out).bytes("containerId", revoke.containerId),
            in -> new RevokeStatement(Issued.read(in), in.bytes("containerId", 32)));
}
