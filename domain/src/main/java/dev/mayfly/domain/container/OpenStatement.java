package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;

/** The opener's request for a container, signed by its registered key. {@code iat} and the fields' issue time are one. */
public record OpenStatement(Issued issued, Bytes containerId, ContainerFields fields) implements ContainerClaims {
    /** {@code mayfly-open+jwt}. */
    public static final StatementType<OpenStatement> TYPE = new StatementType<>(
            "open",
            (out, open) -> open.issued
                    .write(out)
                    .bytes("containerId", open.containerId)
                    .bytes("container", open.fields.encoded()),
            in -> new OpenStatement(
                            Issued.read(in), in.bytes("containerId", 32), ContainerFields.decode(in.bytes("container")))
                    .requireOneContainer());

    private OpenStatement requireOneContainer() throws RejectedException {
        if (!containerId.equals(fields.id())) {
            throw new RejectedException("containerId", "the container id is not the hash of the fields");
        }
        if (issued.issuedAt() != fields.issuedAt()) {
            throw new RejectedException("iat", "the statement and the container were issued at different times");
        }
        return this;
    }
}
