package dev.mayfly.handler;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** An issuer of tokens, among them some that a handler must refuse. */
public final class TestTokens {
    private static final String KEY_ID = "test";

    private final KeyPair key;

    private TestTokens(KeyPair key) {
        this.key = key;
    }

    static TestTokens fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestTokens(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What verifies them. */
    String keySet() {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey((ECPublicKey) key.getPublic());
        jwk.setKeyId(KEY_ID);
        return new JsonWebKeySet(jwk).toJson();
    }

    /** A token of the owner's app. */
    String good() {
        return signed(claims());
    }

    /** The claims of {@link #good}. */
    static JwtClaimsBuilder claims() {
        return Jwt.issuer(HandlerResource.ISSUER)
                .subject(HandlerResource.APP)
                .audience(HandlerResource.AUDIENCE)
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofHours(1));
    }

    String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(key.getPrivate());
    }
}
