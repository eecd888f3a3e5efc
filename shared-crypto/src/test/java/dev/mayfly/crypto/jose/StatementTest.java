package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

    private final SigningPrivateKey key = SigningPrivateKey.generate(TestBytes.seeded(1));
    private final Statement<Greeting> statement = Greeting.TYPE.sign(Greeting.EXAMPLE, key);

    @Test
    void sign_writesHeaderAndClaimsInOrderWithoutSpace() {
        String[] parts = statement.compact().split("\\.");
        assertThat(text(parts[0]))
                .isEqualTo(
                        "{\"alg\":\"ES256\",\"typ\":\"mayfly-greeting+jwt\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\","
                                + "\"x\":\"" + key.publicKey().x() + "\",\"y\":\""
                                + key.publicKey().y() + "\"}}");
        assertThat(text(parts[1]))
                .isEqualTo("{\"to\":\"Zoë \\\"/\\\\\\n\\u001f😀\u2028\",\"count\":9007199254740991,\"nonce\":\"AQI\","
                        + "\"names\":[\"a\",\"\"],\"parts\":[\"AA\"]}");
    }

    @Test
    void verify_givesTheClaimsBack() throws RejectedException {
        Statement<Greeting> verified = Greeting.TYPE.verify(statement.compact(), key.publicKey());
        assertThat(verified.claims()).isEqualTo(Greeting.EXAMPLE);
        assertThat(verified.signer()).isEqualTo(key.publicKey());
        assertThat(verified).isEqualTo(statement).hasSameHashCodeAs(statement);
        assertThat(Greeting.TYPE.verifyEmbedded(statement.compact())).isEqualTo(statement);
    }

    @Test
    void sign_isDeterministic() {
        assertThat(Greeting.TYPE.sign(Greeting.EXAMPLE, key).compact()).isEqualTo(statement.compact());
    }

    @Test
    void digest_isOfTheSigningInputOnly() {
        String input = statement.compact().substring(0, statement.compact().lastIndexOf('.'));
        assertThat(statement.digest()).isEqualTo(TestBytes.utf8(input).sha256());
    }

    @Test
    void verify_refusedForAnotherKeyOrKind() {
        SigningPrivateKey other = SigningPrivateKey.generate(TestBytes.seeded(2));
        StatementType<Greeting> farewell = new StatementType<>("farewell", Greeting::write, Greeting::read);
        assertThatThrownBy(() -> Greeting.TYPE.verify(statement.compact(), other.publicKey()))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> farewell.verify(statement.compact(), key.publicKey()))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> farewell.verifyEmbedded(statement.compact())).isInstanceOf(RejectedException.class);
    }

    @Test
    void sign_refusedWhenAClaimCannotBeRead() {
        for (Greeting bad : List.of(
                Greeting.EXAMPLE.withTo("e\u0301"),
                Greeting.EXAMPLE.withTo("\ud83d"),
                Greeting.EXAMPLE.withCount(-1),
                Greeting.EXAMPLE.withCount(1L << 53),
                Greeting.EXAMPLE.withTo("a".repeat(200_000)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Greeting.TYPE.sign(bad, key));
        }
    }

    @Test
    void sign_refusedWhenAClaimIsWrittenTwice() {
        StatementType<String> twice = new StatementType<>(
                "twice", (claims, value) -> claims.text("a", value).text("a", value), claims -> claims.text("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> twice.sign("x", key));
    }

    @Test
    void kind_refusedWhenItNeedsEscapes() {
        for (String kind : List.of("", "A", "a b", "a\"b", "-a", "a--b", "ä")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StatementType<>(kind, Greeting::write, Greeting::read));
        }
    }

    @Test
    void verify_refusedWhenTheClaimsRefuseTheirValues() {
        StatementType<Integer> lax = new StatementType<>(
                "even", (claims, value) -> claims.integer("n", value), claims -> (int) claims.integer("n"));
        StatementType<Integer> strict = new StatementType<>(
                "even", (claims, value) -> claims.integer("n", value), claims -> even(claims.integer("n")));
        String odd = lax.sign(3, key).compact();
        assertThatThrownBy(() -> strict.verifyEmbedded(odd))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }

    @Test
    void thumbprint_asInRfc9449() throws RejectedException {
        Case test = KnownAnswers.ofRfc("rfc9449-6-1.json").list("tests").get(0);
        assertThat(SigningPublicKey.ofCoordinates(test.base64Url("x"), test.base64Url("y"))
                        .thumbprint())
                .isEqualTo(test.base64Url("thumbprint"));
    }

    @Test
    void parse_readsWhatItWrote() throws RejectedException {
        assertThat(SigningPublicKey.parse(key.publicKey().bytes())).isEqualTo(key.publicKey());
        assertThat(SigningPrivateKey.parse(key.scalar()).publicKey()).isEqualTo(key.publicKey());
        assertThatThrownBy(() -> SigningPublicKey.parse(Bytes.of(new byte[33]))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> SigningPrivateKey.parse(TestBytes.secretHex("00".repeat(32))))
                .isInstanceOf(RejectedException.class);
    }

    /** A list of bytes that is not the last claim, and the longest statement that is read. */
    @Test
    void sign_takesAStatementUpToTheLongest() throws RejectedException {
        StatementType<String> padded = new StatementType<>(
                "padded", (out, text) -> out.bytesList("parts", List.of()).text("text", text), in -> {
                    in.bytesList("parts");
                    return in.text("text");
                });
        assertThat(padded.kind()).isEqualTo("padded");
        int around = padded.sign("", key).compact().length();
        // Four characters of base64url for three of text; the longest text leaves no more than three characters free.
        String longest = "x".repeat((StatementType.MAX_COMPACT - around) / 4 * 3);
        String compact = padded.sign(longest, key).compact();
        assertThat(compact.length()).isBetween(StatementType.MAX_COMPACT - 3, StatementType.MAX_COMPACT);
        assertThat(padded.verifyEmbedded(compact).claims()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> padded.sign(longest + "xxx", key));
        assertThatThrownBy(() -> padded.verifyEmbedded(compact + "AAAA")).isInstanceOf(RejectedException.class);
    }

    @Test
    void sign_failsAfterClose() {
        key.close();
        assertThatIllegalStateException().isThrownBy(() -> Greeting.TYPE.sign(Greeting.EXAMPLE, key));
    }

    private static int even(long n) {
        if (n % 2 != 0) {
            throw new IllegalArgumentException("odd");
        }
        return (int) n;
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
