package dev.mayfly.local.surface;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Authorization headers that let nobody in. */
final class BadTokens {
    private final Surface surface;
    private final String role;

    /** Those that this role has to refuse. */
    BadTokens(Surface surface, String role) {
        this.surface = surface;
        this.role = role;
    }

    /** The headers, by what is wrong with each; an empty one is left out of the request. */
    Map<String, String> all() {
        String good = surface.tokenFor(role);
        String[] parts = good.split("\\.");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("missing", "");
        headers.put("not a token", "Bearer nonsense");
        headers.put("another scheme", "Basic YWxpY2U6c2VjcmV0");
        headers.put("unsigned", "Bearer " + encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        headers.put(
                "of algorithm none, with a signature",
                "Bearer " + encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        headers.put(
                "of a symmetric algorithm",
                "Bearer " + encoded("{\"alg\":\"HS256\",\"kid\":\"development\"}") + "." + parts[1] + "." + parts[2]);
        headers.put("with another payload", "Bearer " + parts[0] + "." + encoded("{\"sub\":\"eve\"}") + "." + parts[2]);
        headers.put("cut off", "Bearer " + good.substring(0, good.length() - 3));
        headers.put(
                "for another audience",
                "Bearer " + surface.network.issuer().token(surface.userOf(role), "somebody-else"));
        headers.put("expired", "Bearer " + expired());
        headers.put("signed by somebody else", "Bearer " + forged(parts[1]));
        return headers;
    }

    private String expired() {
        return surface.network.issuer().token(surface.userOf(role), surface.audienceOf(role), Duration.ofDays(-1));
    }

    /** All that a good token says, signed by a key that is not the issuer's. */
    private String forged(String payload) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayloadBytes(Base64.getUrlDecoder().decode(payload));
            signature.setKey(EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey());
            signature.setKeyIdHeaderValue("development");
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
