package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the signer makes a second text of a statement, and the signer only another statement. */
class StatementMalleationTest {

    private static final SigningPrivateKey KEY = SigningPrivateKey.generate(TestBytes.seeded(1));
    private static final StatementType<Note> TYPE = new StatementType<>("note", Note::write, Note::read);
    private static final String COMPACT = TYPE.sign(new Note("b", 7), KEY).compact();
    private static final String HEADER = json(COMPACT.split("\\.")[0]);
    private static final String PAYLOAD = "{\"a\":\"b\",\"n\":7}";

    private record Note(String a, long n) {

        static void write(ClaimsWriter claims, Note note) {
            claims.text("a", note.a).integer("n", note.n);
        }

        static Note read(ClaimsReader claims) throws RejectedException {
            return new Note(claims.text("a"), claims.integer("n"));
        }
    }

    @Test
    void theTestsOwnSigning_isAccepted() throws RejectedException {
        assertThat(TYPE.verify(signed(HEADER, PAYLOAD), KEY.publicKey()).compact())
                .isEqualTo(COMPACT);
    }

    /** Each is properly signed by the right key, and still not the one text of any statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"b\", \"n\":7}",
                "{ \"a\":\"b\",\"n\":7}",
                "{\"a\":\"b\",\"n\":7}\n",
                "{\"n\":7,\"a\":\"b\"}",
                "{\"a\":\"b\"}",
                "{\"n\":7}",
                "{\"a\":\"b\",\"n\":7,\"x\":1}",
                "{\"a\":\"b\",\"x\":1,\"n\":7}",
                "{\"a\":\"b\",\"a\":\"b\",\"n\":7}",
                "{\"a\":\"b\",\"n\":7,\"n\":7}",
                "{\"a\":\"b\",\"n\":7,\"a\":\"b\"}",
                "{\"a\":\"b\",\"n\":7}{}",
                "{\"a\":\"b\",\"n\":7},",
                "{\"a\":\"b\",\"n\":7} x",
                "{\"a\":\"b\",\"n\":7,}",
                "{\"\\u0061\":\"b\",\"n\":7}",
                "{\"a\":\"\\u0062\",\"n\":7}",
                "{\"a\":\"\\/\",\"n\":7}",
                "{\"a\":\"\\u001F\",\"n\":7}",
                "{\"a\":\"\\ud83d\\ude00\",\"n\":7}",
                "{\"a\":\"\\ud83d\",\"n\":7}",
                "{\"a\":\"e\u0301\",\"n\":7}",
                "{\"a\":b,\"n\":7}",
                "{\"a\":null,\"n\":7}",
                "{\"a\":[\"b\"],\"n\":7}",
                "{\"a\":{\"b\":1},\"n\":7}",
                "{\"a\":7,\"n\":7}",
                "{\"a\":\"b\",\"n\":\"7\"}",
                "{\"a\":\"b\",\"n\":7.0}",
                "{\"a\":\"b\",\"n\":7e0}",
                "{\"a\":\"b\",\"n\":07}",
                "{\"a\":\"b\",\"n\":+7}",
                "{\"a\":\"b\",\"n\":-7}",
                "{\"a\":\"b\",\"n\":-0}",
                "{\"a\":\"b\",\"n\":9007199254740992}",
                "{\"a\":\"b\",\"n\":18446744073709551623}",
                "{\"a\":\"b\",\"n\":true}",
                "[\"a\",\"b\"]",
                "\"a\"",
                "null",
                "{}",
                "",
                "{",
                "{\"a\":\"b\",\"n\":7",
                "\ufeff{\"a\":\"b\",\"n\":7}",
                "{/**/\"a\":\"b\",\"n\":7}",
                "{'a':'b','n':7}"
            })
    void payload_refusedWhenNotCanonical(String payload) {
        refused(signed(HEADER, payload));
    }

    @Test
    void payload_refusedInAnotherEncoding() {
        refused(signed(HEADER, Bytes.of(PAYLOAD.getBytes(StandardCharsets.UTF_16BE))));
        refused(signed(HEADER, Bytes.of(PAYLOAD.getBytes(StandardCharsets.UTF_16))));
        refused(signed(HEADER, Bytes.of("{\"a\":\"\u00e9\",\"n\":7}".getBytes(StandardCharsets.ISO_8859_1))));
        refused(signed(HEADER, TestBytes.hex("7b2261223a22c080222c226e223a377d")));
    }

    @Test
    void payload_refusedWhenNestedDeeply() {
        refused(signed(HEADER, "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + ",\"n\":7}"));
    }

    /** What it says, and what it says instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ES256"        | "none"
            "ES256"        | "HS256"
            "ES256"        | "ES384"
            "ES256"        | "es256"
            "ES256"        | ""
            "ES256"        | "ES256","kid":"1"
            "ES256"        | "ES256","alg":"ES256"
            "ES256"        | "ES256","crit":["exp"],"exp":1
            "ES256"        | "ES256","b64":false
            "ES256"        | "ES256"\\u0020
            "alg":"ES256", |
            mayfly-note    | mayfly-other
            mayfly-note    | note
            +jwt           | +JWT
            "EC"           | "OKP"
            "P-256"        | "P-384"
            "P-256"        | "secp256k1"
            ,"crv"         | ,"d":"AA","crv"
            {"alg"         | {"typ":"mayfly-note+jwt","alg"
            }}             | },"jku":"https://example.org"}
            }}             | },"x5c":[]}
            }}             | }}x
            """)
    void header_refusedWhenAnyMemberIsAnother(String from, String to) {
        String altered = HEADER.replace(from, to == null ? "" : to.replace("\\u0020", " "));
        assertThat(altered).isNotEqualTo(HEADER);
        refused(signed(altered, PAYLOAD));
    }

    @Test
    void header_refusedWhenItsKeyIsNoPoint() {
        Bytes y = KEY.publicKey().y();
        refused(signed(HEADER.replace(y.toBase64Url(), TestBytes.flip(y, 3).toBase64Url()), PAYLOAD));
        refused(signed(HEADER.replace(y.toBase64Url(), "A".repeat(43)), PAYLOAD));
        refused(signed(HEADER.replace(y.toBase64Url(), "_".repeat(42) + "8"), PAYLOAD));
        refused(signed(HEADER.replace(y.toBase64Url(), "_".repeat(43)), PAYLOAD));
    }

    @Test
    void algNone_isRefusedWithAndWithoutASignature() {
        String none = base64Url(HEADER.replace("ES256", "none")) + "." + base64Url(PAYLOAD) + ".";
        refused(none);
        refused(none + COMPACT.split("\\.")[2]);
        refused(COMPACT.substring(0, COMPACT.lastIndexOf('.') + 1));
    }

    /** The old confusion: an HMAC under the public key as it is published. */
    @Test
    void hs256_isRefusedUnderThePublicKey() throws GeneralSecurityException {
        String input = base64Url(HEADER.replace("ES256", "HS256")) + "." + base64Url(PAYLOAD);
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(KEY.publicKey().bytes().toByteArray(), "HmacSHA256"));
        byte[] mac = hmac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
        refused(input + "." + Bytes.of(mac).toBase64Url());
        refused(input + "." + Bytes.concat(Bytes.of(mac), Bytes.of(mac)).toBase64Url());
    }

    @Test
    void signature_refusedWithAHighS() throws RejectedException {
        int dot = COMPACT.lastIndexOf('.');
        byte[] signature = Bytes.fromBase64Url(COMPACT.substring(dot + 1)).toByteArray();
        BigInteger q = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        BigInteger high = q.subtract(new BigInteger(1, signature, 32, 32));
        String s = "%064x".formatted(high);
        Bytes malleated = Bytes.concat(Bytes.of(signature).slice(0, 32), TestBytes.hex(s));
        refused(COMPACT.substring(0, dot + 1) + malleated.toBase64Url());
    }

    @Test
    void compact_refusedWhenSpelledOtherwise() {
        String[] parts = COMPACT.split("\\.");
        for (int i = 0; i < 3; i++) {
            for (String end : new String[] {"=", "==", "A", "AA", "\n", " ", "."}) {
                String[] altered = parts.clone();
                altered[i] += end;
                refused(String.join(".", altered));
            }
        }
        refused(COMPACT + ".");
        refused("." + COMPACT);
        refused(parts[0] + "." + parts[1]);
        refused("..");
        refused("");
        refused(" " + COMPACT);
        refused("\"" + COMPACT + "\"");
        refused("a".repeat(StatementType.MAX_COMPACT + 1));
    }

    /** Every last character of a part carries bits that a lax decoder drops. */
    @Test
    void compact_refusedWithStrayBitsInAnyPart() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String[] parts = COMPACT.split("\\.");
        for (int i = 0; i < 3; i++) {
            for (char last : alphabet.toCharArray()) {
                String[] altered = parts.clone();
                altered[i] = parts[i].substring(0, parts[i].length() - 1) + last;
                String compact = String.join(".", altered);
                if (!compact.equals(COMPACT)) {
                    refused(compact);
                }
            }
        }
    }

    private static void refused(String compact) {
        assertThatThrownBy(() -> TYPE.verify(compact, KEY.publicKey()))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
        assertThatThrownBy(() -> TYPE.verifyEmbedded(compact))
                .isInstanceOf(RejectedException.class)
                .hasNoCause();
    }

    private static String signed(String header, String payload) {
        return signed(header, TestBytes.utf8(payload));
    }

    private static String signed(String header, Bytes payload) {
        String input = base64Url(header) + "." + payload.toBase64Url();
        return input + "." + KEY.sign(TestBytes.utf8(input)).toBase64Url();
    }

    private static String base64Url(String text) {
        return TestBytes.utf8(text).toBase64Url();
    }

    private static String json(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
