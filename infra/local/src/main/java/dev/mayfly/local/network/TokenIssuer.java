package dev.mayfly.local.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.domain.identity.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A development stand-in for an OpenID provider: gives a token to whoever asks in this process, and publishes the key that
 * verifies it. It knows no passwords, so it must never serve anybody else.
 */
public final class TokenIssuer implements AutoCloseable {
    /** Where the key set is served. */
    static final String JWKS_PATH = "/jwks.json";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final EllipticCurveJsonWebKey key;
    private final HttpServer server;
    private final Clock clock;

    private TokenIssuer(EllipticCurveJsonWebKey key, HttpServer server, Clock clock) {
        this.key = key;
        this.server = server;
        this.clock = clock;
    }

    /** Starts an issuer with a fresh key on a free port of 127.0.0.1. */
    static TokenIssuer start(Clock clock) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("development");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] jwks = new JsonWebKeySet(key)
                    .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            server.createContext(JWKS_PATH, exchange -> answer(exchange, jwks));
            server.start();
            return new TokenIssuer(key, server, clock);
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException("the token issuer cannot be started", failed);
        }
    }

    /** The {@code iss} of its tokens: its own URL. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A user of this issuer. */
    public UserId user(String subject) {
        return new UserId(issuer(), subject);
    }

    /** A token that names a user to an audience for ten minutes. */
    public String token(UserId user, String audience) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(user.issuer());
        claims.setSubject(user.subject());
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(LIFETIME).getEpochSecond()));
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("a token of our own cannot be signed", impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, byte[] jwks) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
        }
    }
}
