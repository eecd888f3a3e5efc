package dev.mayfly.local.surface.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.ClaimsWriter;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.jose.StatementType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What can be made of a good statement by somebody who wants more than it says. */
final class Forgery {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int COMPRESSED_POINT = 33;

    private final StatementType<ObjectNode> anything;
    private final SigningPublicKey signer;
    private final ObjectNode claims;
    private final String good;

    Forgery(StatementType<?> type, String good) throws RejectedException, IOException {
        this.anything = new StatementType<>(type.kind(), Forgery::write, in -> MAPPER.createObjectNode());
        this.signer = type.verifyEmbedded(good).signer();
        this.claims = (ObjectNode) MAPPER.readTree(decoded(good.split("\\.")[1]));
        this.good = good;
    }

    /** Who signed it. */
    SigningPublicKey signer() {
        return signer;
    }

    /** The statement changed without its signer. */
    Map<String, String> withoutTheKey() {
        String[] parts = good.split("\\.");
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("empty", "");
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("four parts", good + ".");
        forged.put("alg none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        forged.put("another algorithm", header(parts[0], "ES256", "HS256") + "." + parts[1] + "." + parts[2]);
        forged.put("another typ", header(parts[0], "+jwt", "+jws") + "." + parts[1] + "." + parts[2]);
        forged.put("a key that is on no curve", offCurve(parts[0]) + "." + parts[1] + "." + parts[2]);
        forged.put("high s", parts[0] + "." + parts[1] + "." + highS(parts[2]));
        forged.put("a bit of the signature", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
        forged.put("a bit of the payload", parts[0] + "." + flipped(parts[1]) + "." + parts[2]);
        forged.put("padded", good + "=");
        forged.put("too long", good + "A".repeat(StatementType.MAX_COMPACT));
        return forged;
    }

    /** The statement about something else, signed by the one who may. */
    Map<String, String> withTheKey(SigningPrivateKey key) {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("another network", signed(key, claim -> claim.put("network", "other")));
        forged.put("another audience", signed(key, claim -> claim.put("aud", "somebody")));
        return forged;
    }

    /** What nobody's signature makes a statement of this kind, signed by the one who may. */
    Map<String, String> malformed(SigningPrivateKey key) {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("a claim more", signed(key, claim -> claim.put("more", 1)));
        forged.put("a claim less", signed(key, claim -> claim.remove("jti")));
        forged.put("another order", signed(key, claim -> claim.set("network", claim.remove("network"))));
        claims.properties().forEach(claim -> {
            if (isPoint(claim.getValue())) {
                forged.put(
                        "no point as " + claim.getKey(),
                        signed(key, all -> all.put(claim.getKey(), noPoint().toBase64Url())));
            }
        });
        return forged;
    }

    /** The whole statement, signed by somebody else. */
    String bySomebodyElse() {
        try (SigningPrivateKey stranger = SigningPrivateKey.generate(new SecureRandom())) {
            return signed(stranger, claim -> {});
        }
    }

    /** The statement about a container that nobody knows. */
    String ofAnotherContainer(SigningPrivateKey key) {
        Bytes unknown = Bytes.random(new SecureRandom(), 32);
        return signed(key, claim -> claim.put("containerId", unknown.toBase64Url()));
    }

    /** Whether it names a container by its id, and not by all that the id is made of. */
    boolean isOfAContainer() {
        return claims.has("containerId") && !claims.has("container");
    }

    private String signed(SigningPrivateKey key, Consumer<ObjectNode> change) {
        // Of now, so that its age is not what is refused.
        ObjectNode changed = claims.deepCopy().put("iat", Instant.now().getEpochSecond());
        change.accept(changed);
        return anything.sign(changed, key).compact();
    }

    private static void write(ClaimsWriter out, ObjectNode claims) {
        claims.properties().forEach(claim -> {
            JsonNode value = claim.getValue();
            if (value.isArray()) {
                out.texts(
                        claim.getKey(),
                        value.valueStream().map(JsonNode::asText).toList());
            } else if (value.isNumber()) {
                out.integer(claim.getKey(), value.asLong());
            } else {
                out.text(claim.getKey(), value.asText());
            }
        });
    }

    private static boolean isPoint(JsonNode claim) {
        return claim.isTextual()
                && claim.asText().matches("A[gw][A-Za-z0-9_-]{42}")
                && Base64.getUrlDecoder().decode(claim.asText()).length == COMPRESSED_POINT;
    }

    /** A compressed point whose x belongs to no y: of all numbers half do not, and this is the first. */
    private static Bytes noPoint() {
        byte[] point = new byte[COMPRESSED_POINT];
        point[0] = 2;
        while (isDecoded(point)) {
            point[COMPRESSED_POINT - 1]++;
        }
        return Bytes.of(point);
    }

    private static boolean isDecoded(byte[] point) {
        try {
            SigningPublicKey.parse(Bytes.of(point));
            return true;
        } catch (RejectedException onNoCurve) {
            return false;
        }
    }

    private static String header(String part, String what, String with) {
        return encoded(decoded(part).replace(what, with));
    }

    private static String offCurve(String part) {
        return encoded(decoded(part).replaceAll("\"y\":\"[^\"]{43}\"", "\"y\":\"" + "A".repeat(43) + "\""));
    }

    private static String highS(String part) {
        byte[] signature = Base64.getUrlDecoder().decode(part);
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        byte[] high = ORDER.subtract(s).toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int size = Math.min(32, high.length);
        System.arraycopy(high, high.length - size, signature, 64 - size, size);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String flipped(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        bytes[bytes.length / 2] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
