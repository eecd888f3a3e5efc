package dev.mayfly.crypto.jose;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A kind of statement: how its claims are written and read, and the only way to sign and verify it.
 *
 * <p>A statement is a compact JWS (RFC 7515) whose header is exactly
 * {@code {"alg":"ES256","typ":"mayfly-<kind>+jwt","jwk":{"kty":"EC","crv":"P-256","x":"…","y":"…"}}} and whose payload
 * is one JSON object with the claims in the writer's order. It is accepted only when what was read from it writes the
 * same header and payload again, so that no statement has a second text: claims that are unknown, duplicate or out of
 * order, white space, other escapes and other numbers are all refused.
 *
 * @param <T> the claims, an immutable record
 */
public final class StatementType<T> {

    /** The longest compact statement that is looked at, in characters. */
    public static final int MAX_COMPACT = 256 * 1024;

    private final String kind;
    private final HeaderTemplate header;
    private final BiConsumer<ClaimsWriter, T> writer;
    private final ClaimsParser<T> reader;

    /**
     * Defines a kind.
     *
     * @param kind lower-case letters, digits and hyphens
     * @param writer writes every claim, always in the same order
     * @param reader reads them in that order
     */
    public StatementType(String kind, BiConsumer<ClaimsWriter, T> writer, ClaimsParser<T> reader) {
        if (!kind.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a kind is lower-case letters, digits and hyphens");
        }
        this.kind = kind;
        this.writer = writer;
        this.reader = reader;
        this.header = new HeaderTemplate(
                "{\"alg\":\"ES256\",\"typ\":\"mayfly-" + kind
                        + "+jwt\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"",
                "\",\"y\":\"",
                "\"}}");
    }

    /** The kind, as it stands in {@code typ}. */
    public String kind() {
        return kind;
    }

    /**
     * Signs {@code claims}.
     *
     * @throws IllegalArgumentException when a claim cannot be written, or the statement would be too long to be read
     */
    public Statement<T> sign(T claims, SigningPrivateKey key) {
        String input = headerOf(key.publicKey()) + "." + payloadOf(claims);
        String compact = input + "." + key.sign(Statement.ascii(input)).toBase64Url();
        if (compact.length() > MAX_COMPACT) {
            throw new IllegalArgumentException("a statement has at most " + MAX_COMPACT + " characters");
        }
        return new Statement<>(claims, key.publicKey(), compact);
    }

    /**
     * Accepts a statement of this kind signed by {@code expected}.
     *
     * @throws RejectedException when it is malformed, not canonical, of another kind, or signed by anybody else
     */
    public Statement<T> verify(String compact, SigningPublicKey expected) throws RejectedException {
        Compact parts = split(compact);
        if (!parts.part(0).equals(headerOf(expected))) {
            throw new RejectedException("header", "is of another kind or names another key");
        }
        return verify(compact, parts, expected);
    }

    /**
     * Accepts a statement of this kind signed by the key in its own header. That proves only that the holder of that
     * key said it: the caller must compare {@link Statement#signer} with who may.
     *
     * @throws RejectedException when it is malformed, not canonical, of another kind, or not signed by that key
     */
    public Statement<T> verifyEmbedded(String compact) throws RejectedException {
        Compact parts = split(compact);
        List<Bytes> coordinates = header.read(parts.part(0));
        return verify(compact, parts, SigningPublicKey.ofCoordinates(coordinates.get(0), coordinates.get(1)));
    }

    private Statement<T> verify(String compact, Compact parts, SigningPublicKey signer) throws RejectedException {
        Bytes signature = parts.decode(2, "signature");
        signer.verify(Statement.ascii(parts.upTo(1)), signature);
        T claims = read(parts.decode(1, "payload"));
        if (!rewritten(claims).equals(parts.part(1))) {
            throw new RejectedException("payload", "is not in its one canonical form");
        }
        return new Statement<>(claims, signer, compact);
    }

    private T read(Bytes payload) throws RejectedException {
        try (ClaimsReader claims = new ClaimsReader(payload)) {
            T read = reader.read(claims);
            claims.end();
            return read;
        } catch (IllegalArgumentException refusedByTheClaims) {
            // A record of claims may refuse values in its constructor; here the values came from outside.
            throw new RejectedException("payload", "holds a claim out of range");
        }
    }

    private String rewritten(T claims) throws RejectedException {
        try {
            return payloadOf(claims);
        } catch (IllegalArgumentException unwritable) {
            throw new RejectedException("payload", "holds a claim that cannot be written");
        }
    }

    private String headerOf(SigningPublicKey key) {
        return header.fill(key.x(), key.y());
    }

    private String payloadOf(T claims) {
        ClaimsWriter written = new ClaimsWriter();
        writer.accept(written, claims);
        return written.finish().toBase64Url();
    }

    private static Compact split(String compact) throws RejectedException {
        return Compact.split(compact, 3, MAX_COMPACT);
    }
}
