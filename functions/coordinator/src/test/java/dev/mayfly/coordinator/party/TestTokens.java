package dev.mayfly.coordinator.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.identity.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A token issuer: gives ES256 tokens to users, and some that a coordinator must refuse. Its clock is the machine's. */
public final class TestTokens {
    private static final String KEY_ID = "development";
    private static final long HOUR = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;

    private TestTokens(PrivateKey key) {
        this.key = key;
    }

    /** Makes an issuer, keeps its private key in a file, and returns the key set that verifies its tokens. */
    public static String newIssuer(Path keyFile) throws IOException {
        KeyPair pair = newKey();
        Files.write(keyFile, pair.getPrivate().getEncoded());
        ECPublicKey point = (ECPublicKey) pair.getPublic();
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("kid", KEY_ID);
        jwk.put("alg", "ES256");
        jwk.put("use", "sig");
        jwk.put("x", coordinate(point.getW().getAffineX()));
        jwk.put("y", coordinate(point.getW().getAffineY()));
        return JSON.writeValueAsString(Map.of("keys", List.of(jwk)));
    }

    /** The issuer whose key is in this file. */
    public static TestTokens of(Path keyFile) {
        try {
            var spec = new PKCS8EncodedKeySpec(Files.readAllBytes(keyFile));
            return new TestTokens(KeyFactory.getInstance("EC").generatePrivate(spec));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An issuer that nobody trusts. */
    public static TestTokens forged() {
        return new TestTokens(newKey().getPrivate());
    }

    /** A good token. */
    public String of(UserId user) {
        return of(user, claims -> {});
    }

    /** A token with claims of the test's choice. */
    public String of(UserId user, Consumer<Map<String, Object>> change) {
        String input = part(header("ES256")) + "." + part(claims(user, change));
        return input + "." + base64Url(sign(input));
    }

    /** A token that nobody signed. */
    public static String unsigned(UserId user) {
        return part(header("none")) + "." + part(claims(user, claims -> {})) + ".";
    }

    private static Map<String, Object> header(String algorithm) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        header.put("typ", "JWT");
        header.put("kid", KEY_ID);
        return header;
    }

    private static Map<String, Object> claims(UserId user, Consumer<Map<String, Object>> change) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", user.issuer());
        claims.put("sub", user.subject());
        claims.put("aud", TestNetwork.NAME);
        claims.put("iat", now);
        claims.put("exp", now + HOUR);
        change.accept(claims);
        return claims;
    }

    private byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(Map<String, Object> json) {
        try {
            return base64Url(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
        return base64Url(padded);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
