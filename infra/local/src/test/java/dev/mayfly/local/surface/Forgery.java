package dev.mayfly.local.surface;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.statement.StatementClaims;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be made of a good statement by somebody who wants more than it says. */
final class Forgery {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final StatementType<?> type;
    private final StatementClaims claims;
    private final String good;

    Forgery(StatementType<?> type, String good) throws RejectedException {
        this.type = type;
        this.claims = (StatementClaims) type.verifyEmbedded(good).claims();
        this.good = good;
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
        forged.put("a point that is on no curve", offCurve(parts[0]) + "." + parts[1] + "." + parts[2]);
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
        forged.put(
                "another network",
                signed(key, Issued.class, i -> new Issued("other", i.audience(), i.issuedAt(), i.jti())));
        forged.put(
                "another audience",
                signed(key, Issued.class, i -> new Issued(i.network(), "somebody", i.issuedAt(), i.jti())));
        return forged;
    }

    /** The whole statement, signed by somebody else. */
    String bySomebodyElse() {
        try (SigningPrivateKey stranger = SigningPrivateKey.generate(new SecureRandom())) {
            return signed(stranger, Issued.class, UnaryOperator.identity());
        }
    }

    /** The statement about a container that nobody knows. */
    String ofAnotherContainer(SigningPrivateKey key) {
        Bytes unknown = Bytes.random(new SecureRandom(), 32);
        return sign(key, changed("containerId", value -> unknown));
    }

    boolean isOfAContainer() {
        return Arrays.stream(claims.getClass().getRecordComponents())
                        .anyMatch(component -> component.getName().equals("containerId"))
                && Arrays.stream(claims.getClass().getRecordComponents())
                        .noneMatch(component -> component.getType() == ContainerFields.class);
    }

    private <T> String signed(SigningPrivateKey key, Class<T> member, UnaryOperator<T> change) {
        return sign(key, changed("issued", value -> change.apply(member.cast(value))));
    }

    @SuppressWarnings("unchecked")
    private <T> String sign(SigningPrivateKey key, Object changed) {
        Statement<T> statement = ((StatementType<T>) type).sign((T) changed, key);
        return statement.compact();
    }

    /** A copy of the claims with one member changed. */
    private Object changed(String member, UnaryOperator<Object> change) {
        RecordComponent[] components = claims.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(claims);
                values[i] = components[i].getName().equals(member) ? change.apply(value) : value;
            }
            return claims.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
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
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
