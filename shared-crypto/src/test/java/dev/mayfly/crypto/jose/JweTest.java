package dev.mayfly.crypto.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.TestBytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JweTest {

    private static final SecureRandom RANDOM = TestBytes.seeded(1);
    private static final SecretBytes DEK = SecretBytes.random(RANDOM, 32);
    private static final Bytes CID = Bytes.random(RANDOM, 32);
    private static final Bytes KC = Bytes.random(RANDOM, 32);
    private static final Bytes HEAD = TestBytes.utf8("a head, then ");
    private static final SecretBytes REST = TestBytes.secret(TestBytes.utf8("the message"));
    private static final SecretBytes PLAINTEXT = TestBytes.secret(TestBytes.utf8("a head, then the message"));
    private static final String COMPACT = Jwe.seal(DEK, CID, KC, HEAD, REST, RANDOM);

    @Test
    void seal_writesTheHeaderOfTheProtocol() {
        String[] parts = COMPACT.split("\\.");
        assertThat(header(COMPACT))
                .isEqualTo("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":\"mayfly+jwe\",\"cid\":\"" + CID
                        + "\",\"kc\":\"" + KC + "\",\"crit\":[\"cid\",\"kc\"]}");
        assertThat(parts).hasSize(5);
        assertThat(parts[1]).isEmpty();
    }

    @Test
    void open_givesThePlaintextBack() throws RejectedException {
        Jwe jwe = Jwe.parse(COMPACT);
        assertThat(jwe.containerId()).isEqualTo(CID);
        assertThat(jwe.keyCommitment()).isEqualTo(KC);
        assertThat(jwe.compact()).isEqualTo(COMPACT);
        assertThat(jwe.digest()).isEqualTo(TestBytes.utf8(COMPACT).sha256());
        assertThat(jwe.open(DEK).sameAs(PLAINTEXT)).isTrue();
    }

    @Test
    void seal_drawsAnotherNonceEveryTime() {
        assertThat(Jwe.seal(DEK, CID, KC, HEAD, REST, RANDOM)).isNotEqualTo(COMPACT);
    }

    @Test
    void seal_takesTheLargestAndTheEmptyPlaintext() throws RejectedException {
        for (int size : new int[] {0, 1, 256 * 1024 + 100, Jwe.MAX_PLAINTEXT}) {
            Bytes plaintext = Bytes.random(RANDOM, size);
            for (int cut : new int[] {0, size / 3, size}) {
                SecretBytes rest = SecretBytes.copyOf(plaintext.slice(cut, size).toByteArray());
                String compact = Jwe.seal(DEK, CID, KC, plaintext.slice(0, cut), rest, RANDOM);
                assertThat(Jwe.parse(compact).open(DEK).use(Bytes::of)).isEqualTo(plaintext);
            }
        }
        SecretBytes most = SecretBytes.adopt(new byte[Jwe.MAX_PLAINTEXT]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jwe.seal(DEK, CID, KC, TestBytes.utf8("1"), most, RANDOM));
    }

    @Test
    void seal_refusedWhenAnIdHasAnotherSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> Jwe.seal(DEK, CID.slice(0, 31), KC, HEAD, REST, RANDOM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jwe.seal(SecretBytes.adopt(new byte[16]), CID, KC, HEAD, REST, RANDOM));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "dir"          | "none"
            "dir"          | "A256KW"
            "dir"          | "ECDH-ES"
            "A256GCM"      | "A128GCM"
            "A256GCM"      | "A256CBC-HS512"
            "A256GCM",     | "A256GCM","zip":"DEF",
            mayfly+jwe     | JWE
            ["cid","kc"]   | ["cid"]
            ["cid","kc"]   | ["kc","cid"]
            ["cid","kc"]   | ["cid","kc","kc"]
            ["cid","kc"]   | ["cid","kc","exp"]
            ["cid","kc"]   | []
            ]}             | ],"exp":1}
            ]}             | ],"kid":"1"}
            ,"crit":["cid","kc"] |
            {"alg":"dir"   | {"alg":"dir","alg":"dir"
            """)
    void parse_refusedWhenTheHeaderIsAnother(String from, String to) {
        String altered = header(COMPACT).replace(from, to == null ? "" : to);
        assertThat(altered).isNotEqualTo(header(COMPACT));
        refused(() -> Jwe.parse(withPart(0, TestBytes.utf8(altered).toBase64Url())));
    }

    @Test
    void open_refusedWithTheHeaderOfAnotherMessage() throws RejectedException {
        String other = Jwe.seal(DEK, Bytes.random(RANDOM, 32), KC, HEAD, REST, RANDOM);
        Jwe swapped = Jwe.parse(withPart(0, other.split("\\.")[0]));
        refused(() -> swapped.open(DEK));
    }

    /** The tag binds the header, so the same ciphertext cannot name a second key's commitment. */
    @Test
    void open_refusedWhenOneCiphertextIsOfferedUnderTwoKeys() throws RejectedException {
        SecretBytes otherDek = SecretBytes.random(RANDOM, 32);
        Bytes otherCommitment = Bytes.random(RANDOM, 32);
        String other = Jwe.seal(otherDek, CID, otherCommitment, HEAD, REST, RANDOM);
        Jwe relabelled = Jwe.parse(withPart(0, other.split("\\.")[0]));
        assertThat(relabelled.keyCommitment()).isEqualTo(otherCommitment).isNotEqualTo(KC);
        refused(() -> relabelled.open(DEK));
        refused(() -> relabelled.open(otherDek));
        refused(() -> Jwe.parse(COMPACT).open(otherDek));
    }

    @Test
    void parse_refusedWhenTheTagIsCut() throws RejectedException {
        Bytes tag = Bytes.fromBase64Url(COMPACT.split("\\.")[4]);
        for (int size = 0; size < 16; size++) {
            String cut = tag.slice(0, size).toBase64Url();
            refused(() -> Jwe.parse(withPart(4, cut)));
        }
        refused(() -> Jwe.parse(withPart(4, Bytes.concat(tag, tag).toBase64Url())));
    }

    @Test
    void parse_refusedWhenAPartIsMalformed() {
        refused(() -> Jwe.parse(withPart(1, "AAAA")));
        refused(() -> Jwe.parse(withPart(2, "AAAA")));
        refused(() -> Jwe.parse(withPart(2, "A".repeat(64))));
        refused(() -> Jwe.parse(withPart(3, "A")));
        refused(() -> Jwe.parse(withPart(3, "AAAA=")));
        refused(() -> Jwe.parse(withPart(3, "A".repeat((Jwe.MAX_PLAINTEXT + 2) / 3 * 4 + 4))));
        refused(() -> Jwe.parse(COMPACT + "."));
        refused(() -> Jwe.parse(COMPACT.substring(0, COMPACT.lastIndexOf('.'))));
        refused(() -> Jwe.parse("...."));
        refused(() -> Jwe.parse(""));
        refused(() -> Jwe.parse("A".repeat(Jwe.MAX_COMPACT + 1)));
    }

    @Test
    void open_refusedWhenPartsAreSwappedBetweenMessages() throws RejectedException {
        String[] other = Jwe.seal(DEK, CID, KC, HEAD, REST, RANDOM).split("\\.");
        for (int part = 2; part < 5; part++) {
            Jwe mixed = Jwe.parse(withPart(part, other[part]));
            refused(() -> mixed.open(DEK));
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RejectedException.class).hasNoCause();
    }

    private static String withPart(int index, String part) {
        String[] parts = COMPACT.split("\\.", -1);
        parts[index] = part;
        return String.join(".", parts);
    }

    private static String header(String compact) {
        return new String(Base64.getUrlDecoder().decode(compact.split("\\.")[0]), StandardCharsets.US_ASCII);
    }
}
