package dev.mayfly.domain.statement;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.ClaimsReader;
import dev.mayfly.crypto.jose.ClaimsWriter;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/**
 * The claims every statement begins with.
 *
 * @param network name of the network
 * @param audience who is meant: {@link #COORDINATOR}, {@link #NODES}, {@link #PARTIES}, {@link #PUBLIC}, or one node's id
 * @param issuedAt seconds since the epoch, by the signer's clock
 * @param jti 64 random bytes that make the statement one of its own
 */
public record Issued(String network, String audience, long issuedAt, Bytes jti) {
    /** Meant for the coordinator's functions. */
    public static final String COORDINATOR = "coordinator";
    /** Meant for every node of a container. */
    public static final String NODES = "nodes";
    /** Meant for the two parties of a container. */
    public static final String PARTIES = "parties";
    /** Meant for everybody: goes on the ledger. */
    public static final String PUBLIC = "public";

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int JTI_BYTES = 64;

    /** The claims of a statement signed now. */
    public static Issued now(String network, String audience, Clock clock, SecureRandom random) {
        return new Issued(network, audience, clock.instant().getEpochSecond(), Bytes.random(random, JTI_BYTES));
    }

    /** Writes the four claims. */
    public ClaimsWriter write(ClaimsWriter out) {
        return out.text("network", network)
                .text("aud", audience)
                .integer("iat", issuedAt)
                .bytes("jti", jti);
    }

    /** Reads the four claims. */
    public static Issued read(ClaimsReader in) throws RejectedException {
        return new Issued(in.text("network"), in.text("aud"), in.integer("iat"), in.bytes("jti", JTI_BYTES));
    }

    /**
     * Checks that a statement was made for this network and this audience.
     *
     * @throws RejectedException when it was made for another
     */
    public void requireFor(String expectedNetwork, String expectedAudience) throws RejectedException {
        if (!network.equals(expectedNetwork)) {
            throw new RejectedException("network", "the statement belongs to another network");
        }
        if (!audience.equals(expectedAudience)) {
            throw new RejectedException("aud", "the statement is addressed to somebody else");
        }
    }

    /**
     * Checks that a statement seen for the first time was issued within a minute of now. A statement that already had its
     * effect is answered without this check.
     */
    public void requireCurrent(Clock clock) {
        long age = clock.instant().getEpochSecond() - issuedAt;
        if (Math.abs(age) > SKEW.toSeconds()) {
            throw Refusal.ofField(
                    ErrorCode.STATEMENT_NOT_CURRENT,
                    "/statement",
                    "iat is %d s %s this clock".formatted(Math.abs(age), age > 0 ? "behind" : "ahead of"));
        }
    }
}
