package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.ContainerClaims;
import dev.mayfly.domain.statement.Issued;

/** The opener's request to activate a container under one dealing, signed by its registered key. */
public record ActivateStatement(Issued issued, Bytes containerId, Bytes dealingDigest) implements ContainerClaims {
    /** {@code mayfly-activate+jwt}. */
    public static final StatementType<ActivateStatement> TYPE = new StatementType<>(
            "activate",
            (out, activate) -> activate.issued
                    .write(out)
                    .bytes("containerId", activate.containerId)
                    .bytes("dealingDigest", activate.dealingDigest),
            in -> new ActivateStatement(Issued.read(in), in.bytes("containerId", 32), in.bytes("dealingDigest", 32)));
}
