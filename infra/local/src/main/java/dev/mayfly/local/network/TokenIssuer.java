package dev.mayfly.local.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.local.process.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    /** How long a token is good for when nobody asks for another length. */
    public static final Duration USUAL_LIFETIME = Duration.ofMinutes(10);

    private final EllipticCurveJsonWebKey key;
    private final HttpServer server;
    private final Clock clock;

    private TokenIssuer(EllipticCurveJsonWebKey key, HttpServer server, Clock clock) {
        this.key = key;
        this.server = server;
        this.clock = clock;
    }

    /** Starts a network's issuer on 127.0.0.1. Its URL is part of every user's name, so it never moves. */
    static TokenIssuer start(NetworkFolder folder, Clock clock) throws IOException {
        Optional<Network> known = folder.network();
        int port =
                known.isPresent() ? Port.again(URI.create(known.get().issuers().get(0)), "token issuer") : 0;
        EllipticCurveJsonWebKey key = key(folder.resolve("issuer.jwk"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] jwks = new JsonWebKeySet(key)
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                .getBytes(StandardCharsets.UTF_8);
        server.createContext(JWKS_PATH, exchange -> answer(exchange, jwks));
        server.start();
        return new TokenIssuer(key, server, clock);
    }

    /** The {@code iss} of its tokens: its own URL. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A user of this issuer. */
    public UserId user(String subject) {
        return new UserId(issuer(), subject);
    }

    /** A token that names a user to an audience for {@link #USUAL_LIFETIME}. */
    public String token(UserId user, String audience) {
        return token(user, audience, USUAL_LIFETIME);
    }

    /** A token that names a user to an audience for a while. */
    public String token(UserId user, String audience, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(user.issuer());
        claims.setSubject(user.subject());
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(lifetime).getEpochSecond()));
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

    /** The key in a file, or a fresh one that is left there. */
    private static EllipticCurveJsonWebKey key(Path file) throws IOException {
        try {
            if (Files.exists(file)) {
                return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
            }
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("development");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            Files.writeString(file, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            return key;
        } catch (JoseException broken) {
            throw new IOException(file + " holds no token key", broken);
        }
    }

    private static void answer(HttpExchange exchange, byte[] jwks) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
        }
    }
}
