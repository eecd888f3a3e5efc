package dev.mayfly.crypto.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.Case;
import dev.mayfly.crypto.KnownAnswers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.internal.Ecdsa;
import dev.mayfly.crypto.internal.Scalar;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JWS, JWE and keys in every form that their RFCs allow, and the ones that must be refused. */
class CompactFormsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Case KEY =
            KnownAnswers.ofRfc("rfc7515-a3.json").list("tests").get(0);
    private static final SecretBytes DEK = SecretBytes.random(RANDOM, 32);
    private static final String HEADER = "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"ES256\"}",
                "{ \"typ\":\"JWT\", \"alg\":\"ES256\" }",
                "{\"alg\":\"ES256\",\"kid\":\"one\"}",
                "{\"alg\":\"ES256\",\"x\":{\"y\":[1,{}]}}"
            })
    void verify_givesThePayloadUnderAnyHeaderForEs256(String header) throws RejectedException {
        assertThat(CompactJws.verify(signed(header), key("\"kid\":\"one\""))).isEqualTo(TestBytes.utf8("payload"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"es256\"}",
                "{\"alg\":[\"ES256\"]}",
                "{\"alg\":\"ES256\",\"alg\":\"ES256\"}",
                "{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"ES256\",\"crit\":[]}",
                "{\"alg\":\"ES256\",\"kid\":\"two\"}",
                "{\"alg\":\"ES256\",\"kid\":1}",
                "{\"alg\":\"ES256\"}{}",
                "{\"alg\":\"ES256\"} x"
            })
    void verify_refusesTheHeaderEvenWhenItIsSigned(String header) {
        assertThatThrownBy(() -> CompactJws.verify(signed(header), key("\"kid\":\"one\"")))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }

    /** RFC 7515 appendix A.3, whose signature a statement would not be allowed to have. */
    @Test
    void verify_acceptsAHighS() throws RejectedException {
        String published = KEY.text("signing_input") + "." + KEY.text("signature");
        assertThat(CompactJws.verify(published, key("\"use\":\"sig\"")).size()).isEqualTo(70);
    }

    @Test
    void verify_refusesAnotherSignatureAndPayload() throws RejectedException {
        String[] good = signed("{\"alg\":\"ES256\"}").split("\\.");
        String signature = TestBytes.flip(Bytes.fromBase64Url(good[2]), 100).toBase64Url();
        String payload = TestBytes.utf8("Payload").toBase64Url();
        for (String bad :
                new String[] {String.join(".", good[0], good[1], signature), String.join(".", good[0], payload, good[2])
                }) {
            assertThatThrownBy(() -> CompactJws.verify(bad, key("\"use\":\"sig\"")))
                    .isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void verify_refusesOtherPartsAndSpellings() throws RejectedException {
        String good = signed("{\"alg\":\"ES256\"}");
        for (String bad :
                new String[] {"", "..", good + ".", good + "=", good + "\n", good.replace(".", ".."), "." + good}) {
            assertThatThrownBy(() -> CompactJws.verify(bad, key("\"alg\":\"ES256\"")))
                    .isInstanceOf(RejectedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"alg\":\"ES512\"",
                "\"alg\":\"HS256\"",
                "\"use\":\"enc\"",
                "\"key_ops\":[\"encrypt\"]",
                "\"key_ops\":\"verify\"",
                "\"key_ops\":[1]",
                "\"key_ops\":[\"verify\",1]",
                "\"key_ops\":[1,\"verify\"]",
                "\"crv\":\"P-256\""
            })
    void verify_refusesAKeyForAnythingElse(String member) {
        assertThatThrownBy(() -> CompactJws.verify(signed("{\"alg\":\"ES256\"}"), key(member)))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void open_givesThePlaintext() throws RejectedException {
        assertThat(TestBytes.hex(CompactJwe.open(sealed(HEADER), DEK))).isEqualTo("68656c6c6f");
        assertThat(TestBytes.hex(CompactJwe.open(sealed("{\"enc\":\"A256GCM\",\"kid\":\"a\",\"alg\":\"dir\"}"), DEK)))
                .isEqualTo("68656c6c6f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
                "{\"alg\":\"A256KW\",\"enc\":\"A256GCM\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"kc\"],\"kc\":\"\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"enc\":\"A256GCM\"}"
            })
    void open_refusesTheHeaderEvenWhenItIsAuthentic(String header) {
        assertThatThrownBy(() -> CompactJwe.open(sealed(header), DEK)).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"oct\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}",
                "{\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}",
                "{\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"%s\",\"y\":\"%s\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\"}"
            })
    void es256_refusesAKeyOfAnotherKind(String json) throws RejectedException {
        JsonWebKey key = JsonWebKey.parse(json.formatted(KEY.text("x"), KEY.text("y")));
        assertThatThrownBy(key::es256).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"EC\",\"k\":\"%s\"}",
                "{\"k\":\"%s\"}",
                "{\"kty\":\"oct\",\"k\":\"%s\",\"alg\":\"A256KW\"}",
                "{\"kty\":\"oct\",\"k\":\"%s\",\"use\":\"sig\"}",
                "{\"kty\":\"oct\",\"k\":\"%s\",\"key_ops\":[\"sign\"]}",
                "{\"kty\":\"oct\",\"k\":\"%sAA\"}",
                "{\"kty\":\"oct\"}"
            })
    void a256gcm_refusesAKeyOfAnotherKind(String json) throws RejectedException {
        JsonWebKey key = JsonWebKey.parse(json.formatted("A".repeat(43)));
        assertThatThrownBy(key::a256gcm).isInstanceOf(RejectedException.class);
    }

    @Test
    void a256gcm_givesTheKey() throws RejectedException {
        for (String member : new String[] {"\"alg\":\"dir\"", "\"use\":\"enc\"", "\"key_ops\":[\"decrypt\"]"}) {
            JsonWebKey key = JsonWebKey.parse("{\"kty\":\"oct\",\"k\":\"" + "A".repeat(43) + "\"," + member + "}");
            assertThat(TestBytes.hex(key.a256gcm())).isEqualTo("00".repeat(32));
        }
    }

    @Test
    void open_refusesEveryShorterTag() {
        String good = sealed(HEADER);
        int tagAt = good.lastIndexOf('.') + 1;
        for (int end = tagAt; end < good.length(); end++) {
            String cut = good.substring(0, end);
            assertThatThrownBy(() -> CompactJwe.open(cut, DEK)).isInstanceOf(RejectedException.class);
        }
    }

    private static JsonWebKey key(String member) throws RejectedException {
        return JsonWebKey.parse("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + KEY.text("x") + "\",\"y\":\""
                + KEY.text("y") + "\"," + member + "}");
    }

    private static String signed(String header) {
        String input = TestBytes.utf8(header).toBase64Url() + "."
                + TestBytes.utf8("payload").toBase64Url();
        try (SecretBytes d = TestBytes.secret(KEY.base64Url("d"))) {
            Bytes signature = Ecdsa.sign(Scalar.parse(d), TestBytes.utf8(input));
            return input + "." + signature.toBase64Url();
        } catch (RejectedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String sealed(String header) {
        String protectedHeader = TestBytes.utf8(header).toBase64Url();
        Bytes iv = Bytes.random(RANDOM, 12);
        Bytes sealed = Aes256Gcm.seal(
                DEK,
                iv,
                TestBytes.utf8(protectedHeader),
                SecretBytes.adopt("hello".getBytes(StandardCharsets.US_ASCII)));
        return protectedHeader + ".." + iv.toBase64Url() + "."
                + sealed.slice(0, 5).toBase64Url() + "." + sealed.slice(5, 21).toBase64Url();
    }
}
