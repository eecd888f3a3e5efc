package dev.mayfly.domain.message;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.ContainerClaims;
import dev.mayfly.domain.statement.Issued;

/**
 * A party's statement over a container's message, signed by its registered key.
 *
 * @param messageDigest SHA-256 of the compact JWE
 * @param contentDigest {@code SHA-256(encode("mayfly/v1/content", contentSalt, plaintext))}: what was said, for the two who
 *     know it
 */
public record MessageStatement(Issued issued, Bytes containerId, Bytes messageDigest, Bytes contentDigest)
        implements ContainerClaims {
    /** {@code mayfly-sent+jwt}: the sender wrote this. */
    public static final StatementType<MessageStatement> SENT = type("sent");

    /** {@code mayfly-receipt+jwt}: the receiver read this. */
    public static final StatementType<MessageStatement> RECEIPT = type("receipt");

    /** Whether another statement is over the same message of the same container. */
    public boolean isOverSameMessage(MessageStatement other) {
        return containerId.equals(other.containerId)
                && messageDigest.equals(other.messageDigest)
                && contentDigest.equals(other.contentDigest);
    }

    private static StatementType<MessageStatement> type(String kind) {
        return new StatementType<>(
                kind,
                (out, message) -> message.issued
                        .write(out)
                        .bytes("containerId", message.containerId)
                        .bytes("messageDigest", message.messageDigest)
                        .bytes("contentDigest", message.contentDigest),
                in -> new MessageStatement(
                        Issued.read(in),
                        in.bytes("containerId", 32),
                        in.bytes("messageDigest", 32),
                        in.bytes("contentDigest", 32)));
    }
}
