package dev.mayfly.domain.container;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.statement.StatementClaims;

/** The claims of a statement that a party makes about one container. */
public interface ContainerClaims extends StatementClaims {
    /** The container, 32 bytes. */
    Bytes containerId();
}
